package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E5, E6, F8: who waits is told his place and about how long it takes, and who has not begun yet how soon somebody usually answers. */
class QueueIT {
    private static final Long NONE = null;

    private final URI server = ServerUnderTest.shared();
    private final String site = new House(server).site();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void eachIsToldHisPlaceAndMovesUpOrBackWithEveryChange() {
        DeskClient agent = agent();
        ChatClient first = asks(Carrier.WEBSOCKET);
        ChatClient second = asks(Carrier.HTTP);
        ChatClient third = asks(Carrier.WEBSOCKET);
        hasHeard(first, 1L);
        hasHeard(second, 2L);
        hasHeard(third, 3L);

        take(agent, first);
        hasHeard(first, 1L, NONE);
        hasHeard(second, 2L, 1L);
        hasHeard(third, 3L, 2L);

        second.send(Frame.of("end", "ref", ChatClient.ref()));
        hasHeard(second, 2L, 1L, NONE);
        hasHeard(third, 3L, 2L, 1L);

        // What is handed back has its old place.
        agent.ask("release", first.conversation());
        hasHeard(first, 1L, NONE, 1L);
        hasHeard(third, 3L, 2L, 1L, 2L);
        ChatClient tab = third.tab(server).start();
        open.add(tab);
        hasHeard(tab, 2L);

        // S09: that it was put aside is among agents, and nobody waits behind it.
        agent.ask("snooze", first.conversation());
        hasHeard(tab, 2L, 1L);
        agent.ask("wake", first.conversation());
        hasHeard(tab, 2L, 1L, 2L);
        hasHeard(first, 1L, NONE, 1L);

        // S09: nothing of the others, and nothing of who works here.
        for (ChatClient each : List.of(first, second, third, tab)) {
            for (Frame frame : each.tape().all("queue")) {
                assertThat(frame.names()).isSubsetOf(Set.of("type", "conversation", "position"));
                assertThat(frame.text("conversation")).isEqualTo(each.conversation());
            }
        }
    }

    @Test
    void whoIsFarBehindIsNotToldEveryStep() {
        DeskClient agent = agent();
        List<ChatClient> line = new ArrayList<>();
        for (int i = 0; i < 25; i++) line.add(asks(Carrier.WEBSOCKET));
        ChatClient twentieth = line.get(19);
        ChatClient last = line.get(24);
        Await.until("the last one's place", () -> heard(last).contains(25L));
        Await.until("the twentieth's place", () -> heard(twentieth).contains(20L));

        take(agent, line.get(0));
        Await.until("a step", () -> heard(twentieth).contains(19L));
        take(agent, line.get(1));
        Await.until("another step", () -> heard(twentieth).contains(18L));

        hasHeard(last, 25L, 23L);
    }

    @Test
    void howLongItTakesIsToldOnceSomeWereTaken() {
        DeskClient agent = agent();
        for (int i = 0; i < 5; i++) {
            ChatClient served = asks(Carrier.WEBSOCKET);
            assertThat(served.tape().await("welcome").has("reply")).isFalse();
            agent.follow(served.conversation());
            agent.sayAndWait(served.conversation(), "here you are");
        }
        ChatClient waits = asks(Carrier.WEBSOCKET);
        Frame told = waits.tape().await("minutes", frame -> frame.is("queue") && frame.has("minutes"));
        assertThat(told.number("position")).isEqualTo(1);
        // None of them waited long; on a machine that has very much to do some did.
        assertThat(told.number("minutes")).isBetween(1L, 5L);

        Frame welcome = Await.value("how soon somebody usually answers", () -> {
            try (ChatClient newcomer = ChatClient.open(server, site, Carrier.WEBSOCKET)) {
                Frame got = newcomer.tape().await("welcome");
                return got.has("reply") ? got : null;
            }
        });
        assertThat(welcome.number("reply")).isBetween(1L, 5L);
        ChatClient again = waits.tab(server).start();
        open.add(again);
        assertThat(again.tape().await("welcome").has("reply")).isFalse();
    }

    /** Waits until he was told exactly these places, one after the other; null is none. */
    private static void hasHeard(ChatClient visitor, Long... places) {
        Await.until(
                () -> "the places " + Arrays.toString(places) + " and not " + heard(visitor),
                Await.PATIENCE,
                () -> heard(visitor).equals(Arrays.asList(places)));
    }

    private static List<Long> heard(ChatClient visitor) {
        return visitor.tape().all("queue").stream()
                .map(frame -> frame.has("position") ? Long.valueOf(frame.number("position")) : NONE)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private ChatClient asks(Carrier carrier) {
        ChatClient visitor = ChatClient.open(server, site, carrier);
        open.add(visitor);
        visitor.sayAndWait("is anybody there?");
        return visitor;
    }

    private DeskClient agent() {
        DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        open.add(agent);
        return agent;
    }

    private static void take(DeskClient agent, ChatClient visitor) {
        agent.follow(visitor.conversation());
        agent.awaitEntry(agent.ask("claim", visitor.conversation()), "claimed", visitor.conversation());
    }
}
