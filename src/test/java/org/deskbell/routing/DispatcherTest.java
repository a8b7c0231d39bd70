package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.deskbell.conversation.ConversationId;
import org.deskbell.routing.Dispatcher.Pair;
import org.deskbell.routing.Dispatcher.Taker;
import org.deskbell.routing.Dispatcher.Waits;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final SiteId SITE = new SiteId(1);
    private static final long ORDERS = 1;
    private static final long PLANTS = 2;

    @Test
    void whereNothingWaitsOrNobodyIsThereNothingIsGiven() {
        assertThat(new Dispatcher(List.of(taker(1, 0, 5))).give(List.of())).isEmpty();
        assertThat(new Dispatcher(List.of()).give(waiting(3, Way.TURNS))).isEmpty();
        assertThat(new Dispatcher(List.of()).closed()).isEmpty();
    }

    @Test
    void inTurnsWhoWasGivenNoneForLongestIsNext() {
        List<Taker> takers = List.of(
                taker(1, 0, 5, NOON), taker(2, 4, 9, NOON.minusSeconds(60)), taker(3, 2, 5, NOON.minusSeconds(30)));
        assertThat(agents(new Dispatcher(takers).give(waiting(5, Way.TURNS)))).containsExactly(2L, 3L, 1L, 2L, 3L);
    }

    @Test
    void whoWasNeverGivenOneComesFirst() {
        List<Taker> takers = List.of(taker(1, 0, 5, NOON), taker(2, 0, 5));
        assertThat(agents(new Dispatcher(takers).give(waiting(2, Way.TURNS)))).containsExactly(2L, 1L);
    }

    @Test
    void byLoadTheLeastBusyIsNextAndOfEqualsTheOneWhoseTurnItIs() {
        List<Taker> takers = List.of(taker(1, 2, 5, NOON.minusSeconds(9)), taker(2, 0, 5, NOON), taker(3, 1, 5, NOON));
        assertThat(agents(new Dispatcher(takers).give(waiting(5, Way.LOAD)))).containsExactly(2L, 3L, 2L, 1L, 3L);
    }

    @Test
    void nobodyIsGivenMoreThanHeHasRoomFor() {
        Dispatcher dispatcher = new Dispatcher(List.of(taker(1, 4, 5), taker(2, 5, 5), taker(3, 7, 5)));
        assertThat(dispatcher.room()).isEqualTo(1);
        assertThat(dispatcher.give(waiting(3, Way.LOAD))).containsExactly(pair(100, 1));
        assertThat(dispatcher.room()).isZero();
    }

    @Test
    void onlyWhoMayActOnADepartmentIsGivenOneOfIt() {
        Dispatcher dispatcher = new Dispatcher(List.of(
                new Taker(new AgentId(1), new Remit(Set.of(PLANTS)), 0, 5, null, Set.of()),
                new Taker(new AgentId(2), new Remit(Set.of(ORDERS)), 0, 5, NOON, Set.of())));
        assertThat(dispatcher.give(List.of(waits(100, PLANTS, null), waits(101, ORDERS, null), waits(102, null, null))))
                .containsExactly(pair(100, 2), pair(101, 1), pair(102, 2));
    }

    @Test
    void oneThatNobodyMayHaveHoldsUpNoOther() {
        Dispatcher dispatcher =
                new Dispatcher(List.of(new Taker(new AgentId(1), new Remit(Set.of(PLANTS)), 0, 5, null, Set.of())));
        assertThat(dispatcher.closed()).containsExactly(PLANTS);
        assertThat(dispatcher.give(List.of(waits(100, PLANTS, null), waits(101, ORDERS, null))))
                .containsExactly(pair(101, 1));
    }

    @Test
    void departmentsAreClosedOnlyWhereAllWhoHaveRoomAreKeptOut() {
        Dispatcher dispatcher = new Dispatcher(List.of(
                new Taker(new AgentId(1), new Remit(Set.of(PLANTS)), 0, 1, null, Set.of()),
                new Taker(new AgentId(2), new Remit(Set.of(ORDERS, PLANTS)), 0, 1, NOON, Set.of()),
                new Taker(new AgentId(3), new Remit(Set.of()), 1, 1, null, Set.of())));
        assertThat(dispatcher.closed()).containsExactly(PLANTS);
        dispatcher.give(List.of(waits(100, ORDERS, null)));
        assertThat(dispatcher.closed()).containsExactlyInAnyOrder(ORDERS, PLANTS);
    }

    @Test
    void aReturningVisitorGoesToTheOneHeKnowsIfThatOneHasRoom() {
        Dispatcher dispatcher = new Dispatcher(List.of(taker(1, 0, 5), taker(2, 0, 1, NOON)));
        AgentId known = new AgentId(2);
        assertThat(dispatcher.give(List.of(waits(100, null, known), waits(101, null, known))))
                .containsExactly(pair(100, 2), pair(101, 1));
        assertThat(new Dispatcher(List.of(taker(1, 0, 5))).give(List.of(waits(100, null, known))))
                .containsExactly(pair(100, 1));
    }

    @Test
    void whoAnswersInTheVisitorsLanguageComesFirstAndNobodyWaitsForHim() {
        List<Taker> takers =
                List.of(speaking(1, 5, "de"), speaking(2, 5), speaking(3, 2, "fr", "en"), speaking(4, 0, "fr"));
        Dispatcher dispatcher = new Dispatcher(takers);
        assertThat(agents(dispatcher.give(List.of(
                        french(100, Way.LOAD), french(101, Way.TURNS), french(102, Way.LOAD), french(103, Way.LOAD)))))
                .containsExactly(3L, 3L, 2L, 2L);
        // Where only who answers in others has room, it is his.
        assertThat(agents(new Dispatcher(List.of(speaking(1, 5, "de"))).give(List.of(french(100, Way.TURNS)))))
                .containsExactly(1L);
    }

    @Test
    void ofAVisitorWhoseLanguageIsNotKnownEverybodyIsEqual() {
        List<Taker> takers = List.of(speaking(1, 5, "de"), speaking(2, 5, "fr"));
        assertThat(agents(new Dispatcher(takers).give(waiting(2, Way.LOAD)))).containsExactly(1L, 2L);
    }

    @Test
    void whoWorksInDepartmentsOfOtherSitesAloneIsGivenNothing() {
        Remit elsewhere = new Remit(Set.of(), Set.of(SITE));
        Taker taker = new Taker(new AgentId(1), elsewhere, 0, 5, null, Set.of());
        assertThat(new Dispatcher(List.of(taker)).give(List.of(waits(100, null, null), waits(101, ORDERS, null))))
                .isEmpty();
    }

    @Test
    void whoHandedItBackIsNotGivenItAgain() {
        Waits handedBack =
                new Waits(new ConversationId(100), SITE, null, null, Way.TURNS, new AgentId(1), Set.of(new AgentId(1)));
        assertThat(new Dispatcher(List.of(taker(1, 0, 5))).give(List.of(handedBack)))
                .isEmpty();
        assertThat(new Dispatcher(List.of(taker(1, 0, 5), taker(2, 3, 5, NOON))).give(List.of(handedBack)))
                .containsExactly(pair(100, 2));
    }

    @Test
    void theOneThatWaitsLongestIsGivenFirst() {
        List<Pair> given = new Dispatcher(List.of(taker(1, 0, 2), taker(2, 0, 1))).give(waiting(10, Way.LOAD));
        assertThat(given).extracting(pair -> pair.conversation().value()).containsExactly(100L, 101L, 102L);
    }

    @Test
    void tenThousandThatWaitForAHundredAgentsAreCheap() {
        List<Taker> takers =
                IntStream.range(0, 100).mapToObj(id -> taker(id, id % 5, 5)).toList();
        List<Waits> waiting = new ArrayList<>(waiting(10_000, Way.LOAD));
        long from = System.nanoTime();
        assertThat(new Dispatcher(takers).give(waiting)).hasSize(300);
        // Milliseconds; far more only where all that wait are looked at over and over.
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
    }

    private static List<Waits> waiting(int count, Way way) {
        return LongStream.range(100, 100L + count)
                .mapToObj(id -> new Waits(new ConversationId(id), SITE, null, null, way, null, Set.of()))
                .toList();
    }

    private static Waits waits(long id, Long department, AgentId before) {
        return new Waits(new ConversationId(id), SITE, department, null, Way.TURNS, before, Set.of());
    }

    private static Waits french(long id, Way way) {
        return new Waits(new ConversationId(id), SITE, null, "fr", way, null, Set.of());
    }

    private static Taker speaking(long id, int capacity, String... languages) {
        return new Taker(new AgentId(id), new Remit(Set.of()), 0, capacity, null, Set.of(languages));
    }

    private static Taker taker(long id, int open, int capacity) {
        return taker(id, open, capacity, null);
    }

    private static Taker taker(long id, int open, int capacity, Instant given) {
        return new Taker(new AgentId(id), new Remit(Set.of()), open, capacity, given, Set.of());
    }

    private static Pair pair(long conversation, long agent) {
        return new Pair(new ConversationId(conversation), new AgentId(agent));
    }

    private static List<Long> agents(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.agent().value()).toList();
    }
}
