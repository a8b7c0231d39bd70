package org.deskbell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void theWaitsGrowAndEndAfterElevenTriesInFifteenHours() {
        List<Duration> waits = IntStream.rangeClosed(1, 10)
                .mapToObj(tries -> Patience.after(tries).orElseThrow())
                .toList();
        assertThat(waits).isSorted();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus).toHours())
                .isEqualTo(14);
        assertThat(Patience.after(11)).isEqualTo(Optional.empty());
    }

    @Test
    void aMailThatWasClaimedManyTimesByServersThatDiedIsGivenUp() {
        assertThat(Patience.after(40)).isEmpty();
    }
}
