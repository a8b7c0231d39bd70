package org.deskbell.bench.scale;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Redis;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;

/** Real nodes, with visitors on all and the consoles on the last one, who play a script. */
final class RealNodes implements AutoCloseable {
    private static final int PER_AGENT = 4;

    final CountedPostgres database = new CountedPostgres();
    final Redis redis = new Redis();
    final List<ServerUnderTest> nodes;
    private final List<ChatClient> visitors = new ArrayList<>();
    private final List<DeskClient> agents = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();

    RealNodes(int howMany, int number) {
        nodes = ServerUnderTest.together(
                Stream.generate(this::settings).limit(howMany).toArray(ServerSettings[]::new));
        Await.until("all nodes speak by Redis", Duration.ofSeconds(60), this::byRedis);
        for (int i = 0; i < number; i++) {
            visitors.add(ChatClient.open(nodes.get(i % howMany).address(), Demo.SITE, Carrier.WEBSOCKET));
            conversations.add(visitors.get(i).sayAndWait("hello").text("conversation"));
        }
        URI last = nodes.get(howMany - 1).address();
        WebSession session = new WebSession(last);
        session.logIn(Demo.AGENT, Demo.PASSWORD);
        for (int i = 0; i < number; i++) {
            if (i % PER_AGENT == 0)
                agents.add(DeskClient.of(last, session, Carrier.WEBSOCKET).start());
            agents.get(i / PER_AGENT).follow(conversations.get(i));
        }
    }

    private ServerSettings settings() {
        return ServerSettings.fresh()
                .unlimited()
                .store(database.address())
                .with("deskbell.redis", "redis://localhost:" + redis.address().getPort());
    }

    /** Who is where on two nodes, for the simulation. */
    static Cast cast(int number) {
        BitSet none = new BitSet();
        BitSet lists = new BitSet();
        lists.set(0);
        int[] visitorAt = IntStream.range(0, number).map(i -> i % 2).toArray();
        int[] agentAt = IntStream.range(0, number).map(i -> 1).toArray();
        return new Cast(visitorAt, agentAt, new int[number], new BitSet[] {none, lists});
    }

    /** Whether all nodes said with their last beat that Redis answers. */
    boolean byRedis() {
        return nodes.get(0).store().rows("select 1 from node where by_redis").size() == nodes.size();
    }

    /** Whether the nodes have noticed that there is none. */
    boolean byStore() {
        return nodes.get(0).store().rows("select 1 from node where by_redis").isEmpty();
    }

    /** Says all lines at their times, and comes back when the script's seconds are over. */
    void play(Script script, int seconds) {
        long start = System.nanoTime();
        for (Script.Line line : script.lines()) {
            waitUntil(start + TimeUnit.MICROSECONDS.toNanos(line.at()));
            int i = line.conversation();
            if (line.byVisitor()) visitors.get(i).say("line at " + line.at());
            else agents.get(i / PER_AGENT).say(conversations.get(i), "line at " + line.at());
        }
        waitUntil(start + TimeUnit.SECONDS.toNanos(seconds));
    }

    private static void waitUntil(long nanos) {
        while (System.nanoTime() < nanos) LockSupport.parkNanos(nanos - System.nanoTime());
    }

    /** All that was said has its answer. */
    void settle() {
        Await.until(
                "an answer to everything",
                Duration.ofSeconds(60),
                () -> visitors.stream().allMatch(each -> each.pending() == 0)
                        && agents.stream().allMatch(each -> each.pending() == 0));
    }

    @Override
    public void close() {
        visitors.forEach(ChatClient::close);
        agents.forEach(DeskClient::close);
        nodes.forEach(ServerUnderTest::close);
        redis.close();
        database.close();
    }
}
