package org.deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.deskbell.settings.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SpokenTest {
    static final Iterable<String> ALL = Languages.ALL;

    @Test
    void theyAreNamedByTheirCodesOrInAnyLanguageTheReaderMayThinkOf() {
        assertThat(Spoken.read(" de, Französisch ;english، Italiano\n\nDE, 日本語、", Locale.GERMAN))
                .isEqualTo(new Spoken(Set.of("de", "en", "fr", "it", "ja"), null));
        assertThat(Spoken.read("", Locale.GERMAN).codes()).isEmpty();
        assertThat(Spoken.read(null, Locale.GERMAN).codes()).isEmpty();
    }

    @Test
    void theFirstThatIsNoneIsNamed() {
        assertThat(Spoken.read("de, Klingon, Elbisch", Locale.GERMAN).unknown()).isEqualTo("Klingon");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatIsShownIsUnderstoodAgain(String page) {
        Locale locale = Locale.forLanguageTag(page);
        Set<String> all = Set.copyOf(Languages.ALL);
        assertThat(Spoken.read(Spoken.write(all, locale), locale)).isEqualTo(new Spoken(all, null));
    }
}
