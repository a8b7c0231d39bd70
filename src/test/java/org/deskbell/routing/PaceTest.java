package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.conversation.Taken;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void withoutEnoughThatWasTakenNothingIsSaid() {
        assertThat(Pace.of(List.of()).minutes(1, NOON, NOON)).isNull();
        assertThat(Pace.of(taken(0, 60, 120)).minutes(1, NOON, NOON)).isNotNull();
        assertThat(Pace.of(taken(0, 60)).minutes(1, NOON, NOON)).isNull();
        Taken onlyAnswered = new Taken(null, NOON, null, NOON);
        assertThat(Pace.of(List.of(onlyAnswered, onlyAnswered, onlyAnswered)).minutes(1, NOON, NOON))
                .isNull();
    }

    @Test
    void whereManyWaitItIsTheTimeBetweenOneAndTheNextTimesThePosition() {
        // All came at once; one was taken every two minutes.
        Pace pace = Pace.of(taken(120, 240, 360, 480, 600));
        Instant now = NOON.plusSeconds(600);
        assertThat(pace.minutes(1, NOON, now)).isEqualTo(2);
        assertThat(pace.minutes(3, NOON, now)).isEqualTo(6);
    }

    @Test
    void whereFewComeItIsHowLongTheyWaitedAndNotHowSeldomTheyCame() {
        List<Taken> seldom = new ArrayList<>();
        for (int hour = 0; hour < 4; hour++) seldom.add(one(3_600 * hour, 3_600 * hour + 50));
        Instant now = NOON.plusSeconds(4 * 3_600);
        assertThat(Pace.of(seldom).minutes(1, now, now)).isEqualTo(1);
        assertThat(Pace.of(seldom).minutes(3, now, now)).isEqualTo(3);
    }

    @Test
    void severalThatAreTakenTogetherCountWithTheTimeBeforeThem() {
        Pace pace = Pace.of(taken(300, 300, 300, 600, 600, 600));
        assertThat(pace.minutes(3, NOON, NOON.plusSeconds(600))).isEqualTo(5);
    }

    @Test
    void theLongestTenthAndWhatWasLongAgoDoNotCount() {
        List<Taken> last = new ArrayList<>();
        for (int i = 0; i < 5; i++) last.add(one(-7_000, -6_000 + i * 1_000));
        for (int i = 0; i < 19; i++) last.add(one(i * 100, i * 100 + 60));
        last.add(one(2_000, 5_000));
        assertThat(Pace.of(last).minutes(1, NOON.plusSeconds(5_000), NOON.plusSeconds(5_000)))
                .isEqualTo(1);
    }

    @Test
    void itIsNeverLessThanNobodyWasTakenFor() {
        Pace pace = Pace.of(taken(60, 120, 180));
        Instant first = NOON.plusSeconds(1_000);
        assertThat(pace.minutes(1, first, first)).isEqualTo(1);
        assertThat(pace.minutes(1, first, first.plusSeconds(240))).isEqualTo(4);
        // The first one came long ago, but others were taken meanwhile.
        assertThat(pace.minutes(1, NOON, NOON.plusSeconds(200))).isEqualTo(1);
    }

    @Test
    void itIsRoughAndWhatIsMoreThanAnHourIsNotSaid() {
        assertThat(Pace.rounded(Duration.ZERO)).isEqualTo(1);
        assertThat(Pace.rounded(Duration.ofSeconds(61))).isEqualTo(2);
        assertThat(Pace.rounded(Duration.ofMinutes(10))).isEqualTo(10);
        assertThat(Pace.rounded(Duration.ofMinutes(11))).isEqualTo(15);
        Pace pace = Pace.of(taken(600, 1_200, 1_800));
        Instant now = NOON.plusSeconds(1_800);
        assertThat(pace.minutes(6, NOON, now)).isEqualTo(60);
        assertThat(pace.minutes(7, NOON, now)).isNull();
        assertThat(pace.minutes(5_000, NOON, now)).isNull();
    }

    @Test
    void howSoonTheFirstAnswerComesIsWhatHalfOfThemGot() {
        assertThat(ReplyTime.of(answered(30, 30, 30, 30))).isNull();
        assertThat(ReplyTime.of(answered(10, 90, 100, 3_000, 90_000))).isEqualTo(2);
        assertThat(ReplyTime.of(answered(4_000, 4_000, 4_000, 4_000, 4_000))).isEqualTo(120);
        assertThat(ReplyTime.of(answered(90_000, 90_000, 90_000, 90_000, 90_000)))
                .isNull();
        assertThat(ReplyTime.of(taken(1, 2, 3, 4, 5))).isNull();
    }

    /** They came at noon and were taken so many seconds later. */
    private static List<Taken> taken(int... seconds) {
        List<Taken> all = new ArrayList<>();
        for (int each : seconds) all.add(one(0, each));
        return all;
    }

    private static Taken one(int queued, int taken) {
        return new Taken(null, NOON.plusSeconds(queued), NOON.plusSeconds(taken), null);
    }

    private static List<Taken> answered(int... seconds) {
        List<Taken> all = new ArrayList<>();
        for (int each : seconds) all.add(new Taken(null, NOON, NOON, NOON.plusSeconds(each)));
        return all;
    }
}
