package org.deskbell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.deskbell.mail.Draft;
import org.deskbell.settings.Languages;
import org.junit.jupiter.api.Test;

class UnreadWordsTest {
    private static final String LINK = "https://desk.example/console/inbox?c=c-1";

    @Test
    void itSaysWhoAndWhereAndForHowLongAndTheWayThere() throws IOException {
        Draft draft = new UnreadWords("en").draft("Lin", "Plant shop", Duration.ofMinutes(12), LINK);
        assertThat(draft.subject()).isEqualTo("Unread chat on Plant shop");
        assertThat(draft.text()).contains("Waiting for 12 min", "From: Lin", "Open the conversation:\n" + LINK + "\n");
        assertThat(draft.page()).contains("From: Lin", "<a href=\"" + LINK + "\"");
    }

    @Test
    void everyLanguageSaysAllOfItInItsOwnDirection() throws IOException {
        for (String language : Languages.ALL) {
            Draft draft = new UnreadWords(language).draft("Lin", "<b>Shop</b>", Duration.ofMinutes(125), LINK);
            assertThat(draft.language()).isEqualTo(language);
            assertThat(draft.text())
                    .as(language)
                    .contains("Lin", "<b>Shop</b>", "2", "5", LINK)
                    .doesNotContain("{0}");
            assertThat(draft.page())
                    .as(language)
                    .contains("lang=\"" + language + "\"", "&lt;b&gt;Shop&lt;/b&gt;")
                    .doesNotContain("<b>Shop", "{0}");
        }
        assertThat(new UnreadWords("he")
                        .draft("Lin", "Shop", Duration.ZERO, LINK)
                        .page())
                .contains("dir=\"rtl\"");
    }

    @Test
    void aNameThatAMailProgramWouldMakeALinkOfIsNotShown() {
        UnreadWords words = new UnreadWords("en");
        for (String bad : new String[] {
            "https://evil.example",
            "Log in at evil.example",
            "evil.пример",
            "lin@example.com",
            "\\\\evil\\share",
            "",
            null
        }) {
            assertThat(words.who(bad, "v-a1B2_c3-d4E")).as(bad).isEqualTo("Visitor 3D4E");
        }
        for (String fine : new String[] {"Lin", "J. R. R. Tolkien", "J.R.R. Tolkien", "Zoë O’Neil-Müller", "山田 太郎"}) {
            assertThat(words.who(fine, "v-1")).isEqualTo(fine);
        }
        assertThat(words.who("Lin\r\nSite: other\u202e\u2028", "v-1")).isEqualTo("Visitor V1");
        assertThat(words.who(" Lin\r\nof the\u202e shop ", "v-1")).isEqualTo("Lin of the shop");
        assertThat(words.who("x".repeat(100), "v-1")).hasSize(81);
    }

    @Test
    void howLongIsSaidInHoursAndMinutes() {
        UnreadWords words = new UnreadWords("en");
        assertThat(words.waited(Duration.ofSeconds(20))).isEqualTo("1 min");
        assertThat(words.waited(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(words.waited(Duration.ofMinutes(1_505))).isEqualTo("25 h 5 min");
    }
}
