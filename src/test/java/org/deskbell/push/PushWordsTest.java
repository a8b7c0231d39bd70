package org.deskbell.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.deskbell.settings.Languages;
import org.junit.jupiter.api.Test;

class PushWordsTest {
    @Test
    void everyLanguageHasAllOfThem() {
        for (String language : Languages.ALL) {
            ResourceBundle words = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
            for (String key : new String[] {"new", "mention", "woken", "visitor"}) {
                assertThat(words.getString("push." + key))
                        .as(language + " " + key)
                        .contains("{0}");
            }
            assertThat(new PushWords(language).trying()).contains("\"lang\":\"" + language + "\"");
        }
        assertThat(new PushWords("he").trying()).contains("\"dir\":\"rtl\"");
    }
}
