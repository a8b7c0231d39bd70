package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.PostgresUnderTest;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.SmallDisk;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F19, F20, F21 and F23: PostgreSQL crashes, freezes, is taken by others and fills its disk, in the middle of the talk; the server stays as it is. */
@Execution(ExecutionMode.CONCURRENT)
class F19LostDatabaseIT {
    private static final int RATE = 40;
    private static final int POOL = 32;
    private static final Duration BACK = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static Optional<SmallDisk> disk;
    private static PostgresUnderTest database;
    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        disk = SmallDisk.mount(256);
        database = new PostgresUnderTest(disk.map(SmallDisk::folder).orElse(folder));
        server = ServerUnderTest.start(ServerSettings.fresh().unlimited().store(database.url()));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
        disk.ifPresent(SmallDisk::close);
    }

    @BeforeEach
    void whole() {
        Await.until("it is ready", Duration.ofSeconds(30), () -> ready().statusCode() == 200);
    }

    private static HttpResponse<String> ready() {
        return new WebSession(server.address()).get("health/ready");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void itCrashesAndIsStartedAgain() {
        try (Workload work = begin()) {
            database.crash();
            refusedAndNeverAcknowledged(work);
            assertThat(ready().body()).contains("database");
            database.run();
            long millis = backAfter(work);
            String result = work.settle().verify(server);
            noDeadConnectionIsLeft();
            FaultReport.add("F19", "PostgreSQL crashed and started again, taken again after " + millis + " ms", result);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void itStandsStill() {
        try (Workload work = begin();
                ChatClient late = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            int pages = 0;
            long worst = 0;
            long millis;
            database.freeze();
            try {
                nothingIsAcknowledged(work);
                late.connect();
                for (; pages < 8; pages++) {
                    worst = Math.max(worst, timeOf("widget/deskbell.js"));
                    worst = Math.max(worst, timeOf("login"));
                    assertThat(timeOf("health/metrics")).as("figures").isLessThan(3_000);
                    assertThat(ready().body()).contains("database");
                    Await.pass(Duration.ofMillis(500));
                }
                assertThat(worst).as("slowest page").isLessThan(1_000);
                assertThat(work.visitors())
                        .allSatisfy(visitor -> assertThat(visitor.endings()).isEmpty());
            } finally {
                database.thaw();
            }
            millis = backAfter(work);
            late.tape().await("welcome");
            FaultReport.add(
                    "F20",
                    "PostgreSQL frozen; slowest page meanwhile " + worst + " ms, taken again after " + millis + " ms",
                    work.settle().verify(server));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void othersTakeAllItsConnections() {
        try (Workload work = begin()) {
            try (PostgresUnderTest.Crowd others = database.crowd()) {
                assertThat(others).isNotNull();
                refusedAndNeverAcknowledged(work);
                assertThat(ready().body()).contains("database");
            }
            long millis = backAfter(work);
            FaultReport.add(
                    "F21",
                    "every connection of PostgreSQL taken by others, taken again after " + millis + " ms",
                    work.settle().verify(server));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void itsDiskIsFull() {
        SmallDisk full = SmallDisk.need(disk);
        try (Workload work = begin();
                ChatClient verbose = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            List<CompletableFuture<Frame>> sayings = new ArrayList<>();
            full.fill();
            try {
                Await.until("a refusal", Duration.ofSeconds(60), () -> {
                    sayings.add(verbose.say(random(3_900)));
                    return refused(verbose);
                });
                if (database.isAlive())
                    work.agents().get(0).follow(work.conversations().get(0));
            } finally {
                full.free();
            }
            boolean survived = database.isAlive();
            if (!survived) database.run();
            long start = System.nanoTime();
            Await.until("all is written", BACK, () -> verbose.pending() == 0);
            long millis = (System.nanoTime() - start) / 1_000_000;
            String result = work.settle().verify(server);
            assertThat(server.store().messages().get(verbose.conversation()).stream()
                            .filter(line -> line.text() != null && line.text().length() == 3_900))
                    .hasSize(sayings.size());
            FaultReport.add(
                    "F23",
                    "the disk of PostgreSQL is full" + (survived ? "" : ", it ended and was started again")
                            + ", taken again " + millis + " ms after there was room",
                    result);
        }
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder(length + 24);
        while (text.length() < length) text.append(ChatClient.ref());
        return text.substring(0, length);
    }

    /** A talk that goes on for a while. */
    private static Workload begin() {
        Workload work = new Workload(Carrier.WEBSOCKET)
                .begin(server.address(), server.address(), Workload.CONVERSATIONS)
                .talk(Workload.MESSAGES, RATE);
        Await.until("some words", Duration.ofMinutes(5), () -> work.said() >= 3 * RATE);
        return work;
    }

    private static void refusedAndNeverAcknowledged(Workload work) {
        Await.until("everybody who speaks is refused", Duration.ofSeconds(30), () -> work.visitors().stream()
                .allMatch(F19LostDatabaseIT::refused));
        nothingIsAcknowledged(work);
    }

    private static boolean refused(ChatClient visitor) {
        return !visitor.tape()
                .all(frame -> frame.is("refused") && "storage".equals(frame.text("reason")))
                .isEmpty();
    }

    /** What was committed before may still be on its way for a moment. */
    private static void nothingIsAcknowledged(Workload work) {
        Await.pass(Duration.ofSeconds(1));
        long before = work.checker().acknowledged();
        int said = work.said();
        Await.never(
                "an acknowledgement",
                Duration.ofSeconds(3),
                () -> work.checker().acknowledged() > before);
        assertThat(work.said()).as("said meanwhile").isGreaterThan(said);
    }

    private static long backAfter(Workload work) {
        long start = System.nanoTime();
        long before = work.checker().acknowledged();
        Await.until("the first word that is taken", BACK, () -> work.checker().acknowledged() > before);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long timeOf(String page) {
        long start = System.nanoTime();
        assertThat(new WebSession(server.address()).get(page).statusCode()).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** As many as the pool holds ask at once, and nobody gets one that is dead. */
    private static void noDeadConnectionIsLeft() {
        List<ChatClient> all = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * POOL; i++) {
                ChatClient visitor = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                all.add(visitor);
                visitor.connect();
                visitor.say("hello");
            }
            Await.until("all are answered", () -> all.stream().allMatch(visitor -> visitor.pending() == 0));
            assertThat(all).allSatisfy(visitor -> {
                assertThat(visitor.tape().all("refused")).isEmpty();
                assertThat(visitor.endings()).isEmpty();
            });
        } finally {
            all.forEach(ChatClient::close);
        }
    }
}
