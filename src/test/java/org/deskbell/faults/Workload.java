package org.deskbell.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Checker;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Transcript;

/** Visitors and agents who talk while a fault is at work; every word is followed by the checker. */
final class Workload implements AutoCloseable {

    static final int MESSAGES = Integer.getInteger("faults.messages", 600);
    static final int CONVERSATIONS = Integer.getInteger("faults.conversations", 10);
    static final int SEEDS = Integer.getInteger("faults.seeds", 1);
    static final int PER_SECOND = Integer.getInteger("faults.rate", 100);

    private static final int PER_AGENT = 10;
    private static final Duration SETTLING = Duration.ofSeconds(120);

    private final Checker checker = new Checker();
    private final List<ChatClient> visitors = new ArrayList<>();
    private final List<DeskClient> agents = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();
    private final AtomicInteger said = new AtomicInteger();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final Carrier carrier;
    private volatile Throwable broken;
    private volatile boolean enough;
    private Thread talking;

    Workload(Carrier carrier) {
        this.carrier = carrier;
    }

    /** Connects everybody; visitors may come by another way (a proxy) than agents. */
    Workload begin(URI visitorsWay, URI agentsWay, int number) {
        for (int i = 0; i < number; i++) {
            ChatClient visitor = ChatClient.of(visitorsWay, Demo.SITE, carrier);
            visitor.hurry(Duration.ofSeconds(2));
            visitor.start();
            visitors.add(visitor);
            conversations.add(
                    Await.result("the first word", say(i, false, null)).text("conversation"));
        }
        for (int first = 0; first < number; first += PER_AGENT) {
            DeskClient agent = DeskClient.open(agentsWay, Demo.AGENT, Demo.PASSWORD, carrier);
            agent.hurry(Duration.ofSeconds(2));
            agents.add(agent);
            for (int i = first; i < Math.min(number, first + PER_AGENT); i++) {
                agent.follow(conversations.get(i));
            }
        }
        return this;
    }

    private java.util.concurrent.CompletableFuture<Frame> say(int pair, boolean byAgent, String conversation) {
        String text = "pair " + pair + " message " + said.incrementAndGet();
        long from = System.nanoTime();
        return checker.track(
                        text,
                        byAgent
                                ? agents.get(pair / PER_AGENT).say(conversation, text)
                                : visitors.get(pair).say(text))
                .whenComplete((entry, failure) -> slowest.accumulate(System.nanoTime() - from));
    }

    /** How long the slowest answer so far has taken. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** Starts to talk in the background: {@code messages} in all, at the rate, visitors and agents in turn. */
    Workload talk(int messages, int perSecond) {
        talking = new Thread(
                () -> {
                    try {
                        long start = System.nanoTime();
                        for (int i = 0; i < messages && !enough; i++) {
                            long due = start + i * 1_000_000_000L / perSecond;
                            while (System.nanoTime() < due) {
                                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                            }
                            int pair = i % visitors.size();
                            say(pair, (i / visitors.size()) % 2 == 1, conversations.get(pair));
                        }
                    } catch (RuntimeException | AssertionError failure) {
                        broken = failure;
                    }
                },
                "talking");
        talking.start();
        return this;
    }

    /** Nothing more is said. */
    void enough() {
        enough = true;
    }

    boolean isTalking() {
        return talking.isAlive();
    }

    int said() {
        return said.get();
    }

    Checker checker() {
        return checker;
    }

    List<ChatClient> visitors() {
        return visitors;
    }

    List<DeskClient> agents() {
        return agents;
    }

    List<String> conversations() {
        return conversations;
    }

    int pending() {
        return visitors.stream().mapToInt(ChatClient::pending).sum()
                + agents.stream().mapToInt(DeskClient::pending).sum();
    }

    private String waiting() {
        return Stream.concat(
                        visitors.stream().filter(each -> each.pending() > 0).map(ChatClient::state),
                        agents.stream().filter(each -> each.pending() > 0).map(DeskClient::state))
                .toList()
                .toString();
    }

    /** Waits until everything that was said has its answer. */
    Workload settle() {
        Await.until(() -> "the talk is over, " + said() + " said", SETTLING.multipliedBy(10), () -> !isTalking());
        if (broken != null) {
            throw new AssertionError("the talk broke off", broken);
        }
        Await.until(
                () -> pending() + " of " + said() + " still without an answer: " + waiting(),
                SETTLING,
                () -> pending() == 0);
        return this;
    }

    /** Reads everything from the clients of the run, from fresh ones, and from its tables (a file is read after stopping the server). */
    String verify(ServerUnderTest server) {
        for (int i = 0; i < visitors.size(); i++) {
            ChatClient visitor = visitors.get(i);
            DeskClient agent = agents.get(i / PER_AGENT);
            String conversation = conversations.get(i);
            try (ChatClient fresh = visitor.tab(server.address())) {
                fresh.start();
                fresh.tape().await("live");
                sameLength(visitor, fresh.transcript(), "visitor " + i);
                Await.until(
                        () -> "agent has all of " + conversation,
                        Await.PATIENCE,
                        () -> agent.transcript(conversation).after()
                                >= fresh.transcript().after());
                complete(fresh);
                checker.view("fresh visitor " + i, fresh.transcript());
            }
            // After a long absence he holds the newest only, as the widget does until somebody scrolls up.
            complete(visitor);
            checker.view("visitor " + i, visitor.transcript());
            checker.view("agent of " + i, agent.transcript(conversation));
        }
        readAsFreshAgent(server);
        close();
        if (!server.sharesItsStore()) server.stop();
        checker.views("tables", server.store().messages());
        return checker.verify();
    }

    /** A replay that was too long to send whole is completed by pages. */
    private static void complete(ChatClient visitor) {
        while (visitor.transcript().first() > 1) {
            long first = visitor.transcript().first();
            visitor.send(Frame.of("before", "seq", first, "limit", 100));
            Await.until("older entries", () -> visitor.transcript().first() < first);
        }
    }

    private static void sameLength(ChatClient one, Transcript other, String name) {
        Await.until(
                () -> name + " has " + one.transcript().after() + " of " + other.after(),
                Await.PATIENCE,
                () -> one.transcript().after() >= other.after());
    }

    private void readAsFreshAgent(ServerUnderTest server) {
        try (DeskClient fresh = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, carrier)) {
            for (String conversation : conversations) {
                Transcript read = fresh.follow(conversation);
                while (read.first() > 1) {
                    long first = read.first();
                    fresh.send(Frame.of("before", "conversation", conversation, "seq", first, "limit", 100));
                    Await.until("older entries", () -> read.first() < first);
                }
                checker.view("fresh agent", read);
                fresh.send(Frame.of("leave", "conversation", conversation));
            }
        }
    }

    @Override
    public void close() {
        visitors.forEach(ChatClient::close);
        agents.forEach(DeskClient::close);
    }
}
