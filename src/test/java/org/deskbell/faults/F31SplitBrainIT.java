package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Postgres;
import org.deskbell.support.Redis;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F31: two nodes do not hear each other any more, then one of them does not reach the store: packets vanish, nobody is told. */
@Execution(ExecutionMode.CONCURRENT)
class F31SplitBrainIT {
    private static final int DEAD = 6;

    /** A line to the store that fell silent is given up after 40 s; what read over it then may be the one that tells the lists. */
    private static final Duration SILENCE = Duration.ofSeconds(40).plus(Await.PATIENCE);

    private static Redis redis;
    private static ChaosProxy busOfA;
    private static ChaosProxy busOfB;
    private static ChaosProxy storeOfA;
    private static String store;
    private static ServerUnderTest a;
    private static ServerUnderTest b;

    @BeforeAll
    static void start() {
        redis = new Redis();
        busOfA = new ChaosProxy(redis.address(), 31);
        busOfB = new ChaosProxy(redis.address(), 32);
        store = Postgres.database();
        URI database = URI.create(store.substring("jdbc:".length()));
        storeOfA = new ChaosProxy(database, 33);
        String throughProxy =
                store.replace(":" + database.getPort(), ":" + storeOfA.address().getPort());
        List<ServerUnderTest> both = ServerUnderTest.together(settings(busOfA, throughProxy), settings(busOfB, store));
        a = both.get(0);
        b = both.get(1);
    }

    private static ServerSettings settings(ChaosProxy bus, String store) {
        return ServerSettings.fresh()
                .unlimited()
                .store(store)
                .with("deskbell.redis", "redis://localhost:" + bus.address().getPort())
                .with("deskbell.node.dead", DEAD);
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        storeOfA.close();
        busOfA.close();
        busOfB.close();
        redis.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void nodesThatDoNotHearEachOtherGiveNoConversationToTwo() {
        try (Workload work = new Workload(Carrier.WEBSOCKET).begin(a.address(), b.address(), Workload.CONVERSATIONS);
                DeskClient one = agent(a, Demo.OTHER_AGENT);
                DeskClient other = agent(b, Demo.ADMINISTRATOR)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            busOfA.blackhole();
            try {
                for (String conversation : work.conversations()) {
                    one.follow(conversation);
                    other.follow(conversation);
                    int ones = one.ask("claim", conversation);
                    int others = other.ask("claim", conversation);
                    boolean refused = answer(one, ones, conversation).is("refused");
                    refused |= answer(other, others, conversation).is("refused");
                    assertThat(refused)
                            .as("one of two is told that it is taken")
                            .isTrue();
                }
            } finally {
                busOfA.heal();
                redis.dropListeners();
            }
            String result = work.settle().verify(b);
            neverTwoOwners();
            FaultReport.add("F31", "Redis out of reach of one of two nodes, both claim everything", result);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aNodeThatDoesNotReachTheStoreOwnsNothing() {
        try (Workload work = new Workload(Carrier.WEBSOCKET).begin(a.address(), b.address(), Workload.CONVERSATIONS);
                ChatClient visitor = ChatClient.open(b.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient lost = agent(a, Demo.OTHER_AGENT);
                DeskClient other = agent(b, Demo.ADMINISTRATOR)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            lost.follow(conversation);
            other.follow(conversation);
            lost.awaitEntry(lost.ask("claim", conversation), "claimed", conversation);
            work.talk(Workload.MESSAGES, Workload.PER_SECOND / 3);
            Await.until("some words", () -> work.said() >= 60);

            storeOfA.blackhole();
            long cut = System.nanoTime();
            long released;
            try {
                visitor.tape().await(0, "released", Duration.ofSeconds(45), frame -> frame.is("released"));
                released = seconds(cut);
                other.awaitEntry(other.ask("claim", conversation), "claimed", conversation);
                int mark = lost.ask("claim", conversation);
                Await.never("the lost one has it again", Duration.ofSeconds(3), () -> lost.tape().since(mark).stream()
                        .anyMatch(frame -> frame.is("claimed") && conversation.equals(frame.text("conversation"))));
                assertThat(new WebSession(a.address()).get("health/ready").body())
                        .contains("database");
            } finally {
                storeOfA.heal();
            }
            long healed = System.nanoTime();
            work.settle();
            long settled = seconds(healed);
            Await.until(
                    () -> "the lost one sees whose it is: " + lost.awaitSummary(conversation) + " is not "
                            + other.awaitSummary(conversation),
                    SILENCE,
                    () -> lost.awaitSummary(conversation)
                            .toString()
                            .equals(other.awaitSummary(conversation).toString()));
            String result = work.verify(b);
            assertThat(visitor.tape().all("released")).hasSize(1);
            neverTwoOwners();
            FaultReport.add(
                    "F31",
                    "the store out of reach of one of two nodes, dead after " + DEAD + " s",
                    result + "; its agent's conversation waits after " + released + " s, all is said " + settled
                            + " s after it healed");
        }
    }

    /** Given up by the other while it lived: neither may go on believing what it knew of the other's visitors. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoIsThereIsKnownAgainWhenANodeThatWasGivenUpIsBack() {
        try (ChatClient stays = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient leaves = ChatClient.open(b.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient lost = agent(a, Demo.OTHER_AGENT);
                DeskClient other = agent(b, Demo.ADMINISTRATOR)) {
            String staying = stays.sayAndWait("I stay").text("conversation");
            String leaving = leaves.sayAndWait("I leave").text("conversation");
            Await.until("both see both", () -> List.of(lost, other).stream()
                    .allMatch(agent -> isOnline(agent, staying) && isOnline(agent, leaving)));
            storeOfA.blackhole();
            try {
                Await.until("the cut off node is given up", Duration.ofSeconds(45), () -> !isOnline(other, staying));
                leaves.vanish();
                Await.until("he is gone", () -> !isOnline(other, leaving));
            } finally {
                storeOfA.heal();
            }
            Await.until("he who stayed is seen again", SILENCE, () -> isOnline(other, staying));
            Await.until("he who left is not seen any more", SILENCE, () -> !isOnline(lost, leaving));
        }
    }

    private static boolean isOnline(DeskClient agent, String conversation) {
        return agent.awaitSummary(conversation).child("visitor").flag("online");
    }

    private static Frame answer(DeskClient agent, int mark, String conversation) {
        return agent.tape()
                .await(
                        mark,
                        "an answer to the claim",
                        frame -> frame.is("refused") && "claim".equals(frame.text("of"))
                                || frame.is("claimed") && conversation.equals(frame.text("conversation")));
    }

    /** Reads the log: nobody claims what somebody has, and only its owner gives it back. */
    private static void neverTwoOwners() {
        Map<Object, Object> owners = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (List<Object> row : b.store()
                .rows("select conversation_id, kind, by_id, seq from entry"
                        + " where kind in ('claimed', 'released', 'reopened') order by conversation_id, seq")) {
            Object before =
                    row.get(1).equals("claimed") ? owners.put(row.get(0), row.get(2)) : owners.remove(row.get(0));
            boolean right =
                    switch ((String) row.get(1)) {
                        case "claimed" -> before == null;
                        case "released" -> row.get(2).equals(before);
                        default -> true;
                    };
            if (!right) wrong.add(row.toString());
        }
        assertThat(wrong).isEmpty();
    }

    private static DeskClient agent(ServerUnderTest node, String name) {
        return DeskClient.open(node.address(), name, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000L;
    }
}
