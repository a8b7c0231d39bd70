package org.deskbell.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.deskbell.push.PushMeters.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "201, SENT",
        "404, GONE",
        "410, GONE",
        "429, FAILED",
        "500, FAILED",
        "503, FAILED",
        "400, GIVEN_UP",
        "403, GIVEN_UP",
        "301, GIVEN_UP"
    })
    void whatThePushServiceSaysDecidesWhatBecomesOfIt(int status, Result result) {
        assertThat(Outcome.of(status, null, NOW).result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "'7', 7",
        "'0', 0",
        "'99999', 300",
        "'Fri, 27 Nov 2026 12:00:20 GMT', 20",
        "'Fri, 27 Nov 2026 11:00:00 GMT', 0",
        "'soon', 5"
    })
    void theNextTryWaitsAsLongAsItIsAskedToWithinReason(String asked, int seconds) {
        assertThat(Outcome.of(503, asked, NOW).pause(1)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void withoutBeingAskedTheNextTriesComeLaterAndLater() {
        Outcome failed = Outcome.later("nobody answered");
        assertThat(failed.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(failed.pause(2)).isEqualTo(Duration.ofSeconds(20));
    }
}
