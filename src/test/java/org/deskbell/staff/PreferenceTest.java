package org.deskbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    @Test
    void onlyWhatThereIsToChooseIsTaken() {
        assertThat(Preference.of("scheme")).contains(Preference.SCHEME);
        assertThat(Preference.of("SCHEME")).isEmpty();
        assertThat(Preference.of("colour")).isEmpty();
        assertThat(Preference.SCHEME.takes("dark")).isTrue();
        assertThat(Preference.SCHEME.takes("dark ")).isFalse();
        assertThat(Preference.SCHEME.takes("")).isFalse();
        assertThat(Preference.ENTER.takes("newline")).isTrue();
        assertThat(Preference.LANGUAGE.takes("he")).isTrue();
        assertThat(Preference.LANGUAGE.takes("tlh")).isFalse();
        assertThat(Preference.MAIL.takes("all")).isTrue();
        assertThat(Preference.MAIL.takes("lin@example.com")).isFalse();
    }

    @Test
    void keysAreCommandsWithOneSignEachOrNone() {
        for (String fine : List.of("", "claim=q", "claim=q close= box1=1", "reply==", "reply=👍")) {
            assertThat(Preference.SHORTCUTS.takes(fine)).as(fine).isTrue();
        }
        for (String wrong : List.of("claim", "claim=abc", "claim=q ", " claim=q", "claim=q  close=", "a b=c", "=q")) {
            assertThat(Preference.SHORTCUTS.takes(wrong)).as(wrong).isFalse();
        }
        String many = IntStream.range(0, 101).mapToObj(n -> "c" + n + "=x").collect(Collectors.joining(" "));
        assertThat(Preference.SHORTCUTS.takes(many)).isFalse();
        assertThat(Preference.SHORTCUTS.takes("a".repeat(40) + "=".repeat(1_900)))
                .isFalse();
    }

    @Test
    void viewsAreLinesOfFourParts() {
        for (String fine : List.of("", "Späte\tmine\t\t", "Late\tall\t12\trefund now\nVIP 👑\tclosed\t7\t")) {
            assertThat(Preference.VIEWS.takes(fine)).as(fine).isTrue();
        }
        for (String wrong :
                List.of("Late", "Late\tall\t12", "\tall\t\t", "a\tmy\t\t", "a\tall\t\t\n", "a\tall\t\t\u0007")) {
            assertThat(Preference.VIEWS.takes(wrong)).as(wrong).isFalse();
        }
        String many =
                IntStream.range(0, 21).mapToObj(n -> "v" + n + "\tall\t\t").collect(Collectors.joining("\n"));
        assertThat(Preference.VIEWS.takes(many)).isFalse();
    }

    @Test
    void alertsAreThoseThatAreOn() {
        assertThat(Preference.ALERTS.takes("")).isTrue();
        assertThat(Preference.ALERTS.takes("newSound preview")).isTrue();
        assertThat(Preference.ALERTS.takes("newSound volume")).isFalse();
        assertThat(Preference.ALERTS.takes("newSoundpreview")).isFalse();
    }
}
