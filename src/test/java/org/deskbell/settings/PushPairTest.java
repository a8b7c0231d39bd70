package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PushPairTest {
    private static final String OPEN = "deskbell.push.public-key";
    private static final String SECRET = "deskbell.push.private-key";

    @RepeatedTest(20)
    void whatIsWrittenIsReadAsItWas() {
        PushPair made = PushPair.make();
        assertThat(made.openText()).matches("[A-Za-z0-9_-]{87}");
        assertThat(made.secretText()).matches("[A-Za-z0-9_-]{43}");
        PushPair read = PushPair.read(made.openText(), made.secretText());
        assertThat(read.openText()).isEqualTo(made.openText());
        assertThat(read.secretText()).isEqualTo(made.secretText());
        assertThat(made.toString()).doesNotContain(made.secretText());
    }

    @Test
    void aPairThatIsNoneStopsTheStartAndIsNamedWithoutBeingShown() {
        PushPair one = PushPair.make();
        PushPair other = PushPair.make();
        assertThatThrownBy(() -> with(Map.of(OPEN, one.openText(), SECRET, other.secretText())))
                .hasMessageStartingWith(OPEN + " and " + SECRET + " are no pair")
                .hasMessageNotContaining(other.secretText());
        assertThatThrownBy(() -> with(Map.of(OPEN, one.openText()))).hasMessageContaining("set together");
        assertThatThrownBy(() -> with(Map.of(OPEN, "B".repeat(87), SECRET, one.secretText())))
                .hasMessageContaining("no pair");
        assertThatThrownBy(() -> with(Map.of(SECRET, "not a secret key"))).hasMessageNotContaining("not a secret key");
        assertThatCode(() -> with(Map.of(OPEN, one.openText(), SECRET, one.secretText())))
                .doesNotThrowAnyException();
    }

    private static void with(Map<String, String> properties) {
        new Settings(Map.of(), properties).check();
    }
}
