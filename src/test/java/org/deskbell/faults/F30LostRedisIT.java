package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.Postgres;
import org.deskbell.support.Redis;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F30 and F32: two nodes whose news go by Redis, which is stopped, hangs, breaks off, repeats and mixes up what it carries. */
@Execution(ExecutionMode.CONCURRENT)
class F30LostRedisIT {

    /** Four talks like this in one class: half the usual ones. */
    private static final int MESSAGES = Workload.MESSAGES / 2;

    private static Redis redis;
    private static ChaosProxy bus;
    private static String store;
    private static ServerUnderTest a;
    private static ServerUnderTest b;

    @BeforeAll
    static void start() {
        redis = new Redis();
        bus = new ChaosProxy(redis.address(), 30);
        store = Postgres.database();
        List<ServerUnderTest> both = ServerUnderTest.together(settings(), settings());
        a = both.get(0);
        b = both.get(1);
    }

    private static ServerSettings settings() {
        return ServerSettings.fresh()
                .unlimited()
                .store(store)
                .with("deskbell.redis", "redis://localhost:" + bus.address().getPort());
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        bus.close();
        redis.close();
    }

    @BeforeEach
    void whole() {
        Await.until("both nodes speak by Redis", Duration.ofSeconds(30), () -> byRedis(a) && byRedis(b));
        Await.until(
                "both know it of each other",
                () -> rows("select 1 from node where by_redis").size() == 2);
    }

    private static boolean byRedis(ServerUnderTest node) {
        return new WebSession(node.address())
                .get("health/metrics")
                .body()
                .lines()
                .anyMatch(line -> line.equals("deskbell_redis 1.0"));
    }

    private static List<List<Object>> rows(String query) {
        return a.store().rows(query);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoTypesIsSeenOnTheOtherNode() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = agent(b);
                DeskClient colleague = agent(a)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            await(agent, conversation);
            await(colleague, conversation);
            agent.follow(conversation);
            colleague.follow(conversation);
            listening("*:conversation:*", 1);
            visitor.send(Frame.of("typing", "on", true));
            assertThat(agent.tape().await("typing").text("conversation")).isEqualTo(conversation);
            int mark = colleague.tape().size();
            agent.send(Frame.of("typing", "conversation", conversation, "on", true));
            assertThat(visitor.tape().await("typing").text("conversation")).isEqualTo(conversation);
            colleague.tape().await(mark, "typing");

            int quiet = visitor.tape().size();
            new House(b.address()).showUnsent(Demo.SITE, true);
            visitor.tape().await(quiet, "told", frame -> frame.is("presence") && frame.flag("unsent"));
            visitor.send(Frame.of("typing", "on", true, "text", "Where is\nmy par"));
            agent.tape().await("text", frame -> "Where is\nmy par".equals(frame.text("text")));
            colleague.tape().await("text", frame -> "Where is\nmy par".equals(frame.text("text")));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aNodeListensForWhatItsOwnConnectionsNeedAndForNothingElse() {
        listening("*:visitor:*", 0);
        listening("*:lists", 0);
        try (ChatClient one = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient other = ChatClient.open(b.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            listening("*:visitor:*", 2);
            try (DeskClient agent = agent(b)) {
                listening("*:lists", 1);
                String conversation = one.sayAndWait("hello").text("conversation");
                await(agent, conversation);
                agent.follow(conversation);
                other.sayAndWait("good evening");
                listening("*:conversation:*", 1);
            }
            listening("*:lists", 0);
            listening("*:conversation:*", 0);
        }
        listening("*:visitor:*", 0);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatRedisCarriesTheStoreDoesNot() {
        String written = "select number from node_news where lane = 1";
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = agent(b)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            await(agent, conversation);
            agent.follow(conversation);
            // A machine that stands still for seconds makes a node miss its own echo, and rows are right then.
            Await.until("ten answers without a row", Duration.ofSeconds(60), () -> {
                List<List<Object>> before = rows(written);
                for (int i = 0; i < 10; i++) {
                    String text = ChatClient.ref();
                    agent.sayAndWait(conversation, text);
                    Await.until(text, () -> visitor.transcript().texts().contains(text));
                }
                return before.containsAll(rows(written));
            });
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void redisIsStoppedInTheMiddleOfTheTalkAndStartedAgain() {
        goesAway("Redis stopped in the middle of the talk and started again", redis::stop, redis::start);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void redisHangs() {
        goesAway("Redis hangs in the middle of the talk, and answers again", bus::blackhole, bus::heal);
        whole();
        redis.dropListeners();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void theBusBreaksOffAgainAndAgain() {
        try (Workload work = begin()) {
            work.talk(MESSAGES, Workload.PER_SECOND);
            while (work.isTalking()) {
                int said = work.said();
                Await.until("some more words", () -> work.said() >= said + 40 || !work.isTalking());
                bus.resetSome(0.7);
            }
            report("F32", "connections to Redis reset every 40 messages", work);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void theBusRepeatsAndMixesUp() {
        try (Workload work = begin();
                Redis.Visit mischief = redis.repeatEverything("deskbell:*", 32)) {
            assertThat(mischief).isNotNull();
            work.talk(MESSAGES, Workload.PER_SECOND);
            report("F32", "every word on Redis repeated within 500 ms, out of order", work);
        }
    }

    private static void goesAway(String what, Runnable goes, Runnable comes) {
        try (Workload work = begin()) {
            work.talk(MESSAGES, Workload.PER_SECOND);
            Await.until("a third", Duration.ofMinutes(5), () -> work.said() >= MESSAGES / 3);
            goes.run();
            try {
                wordsStillCross();
            } finally {
                comes.run();
            }
            report("F30", what, work);
        }
    }

    private static Workload begin() {
        return new Workload(Carrier.WEBSOCKET).begin(a.address(), b.address(), Workload.CONVERSATIONS / 2);
    }

    private static void report(String fault, String what, Workload work) {
        FaultReport.add(fault, what, work.settle().verify(a));
    }

    /** While Redis is away, words go through the store. */
    private static void wordsStillCross() {
        Await.until("both nodes have noticed", Duration.ofSeconds(20), () -> !byRedis(a) && !byRedis(b));
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = agent(b)) {
            String conversation = visitor.sayAndWait("hello?").text("conversation");
            await(agent, conversation);
            agent.follow(conversation);
            agent.sayAndWait(conversation, "hello!");
            Await.until("the answer", () -> visitor.transcript().texts().contains("hello!"));
        }
    }

    private static DeskClient agent(ServerUnderTest node) {
        return DeskClient.open(node.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static void await(DeskClient agent, String conversation) {
        Await.until("it is in the list", () -> agent.inbox().containsKey(conversation));
    }

    private static void listening(String channels, int number) {
        Await.until(
                () -> number + " × " + channels + ", there are " + redis.channels(channels) + open(a) + open(b),
                Duration.ofSeconds(20),
                () -> redis.channels(channels).size() == number);
    }

    private static String open(ServerUnderTest node) {
        return new WebSession(node.address())
                .get("health/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("deskbell_connections{") && !line.endsWith(" 0.0"))
                .toList()
                .toString();
    }
}
