package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ProtocolClient.Closed;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F05: SIGTERM in the middle of the talk. Everybody is told so by the close code, nothing is lost, all come back. */
@Execution(ExecutionMode.CONCURRENT)
class F05GracefulStopIT {

    private static final Pattern RESET = Pattern.compile("Broken pipe|[Cc]onnection reset|closed output");

    @Test
    void aStopSaysGoodbyeAndLosesNothing() {
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().unlimited());
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("half of the talk", Duration.ofMinutes(10), () -> work.said() >= Workload.MESSAGES / 2);
            server.terminate();
            server.awaitExit(Duration.ofSeconds(60));
            Await.until("all have heard that it is over", Duration.ofSeconds(20), () -> endings(work)
                    .noneMatch(List::isEmpty));
            assertThat(endings(work).map(each -> each.get(0))).allMatch(F05GracefulStopIT::isGoodbyeOrReset);
            assertThat(endings(work).map(each -> each.get(0)).filter(F05GracefulStopIT::isGoodbye))
                    .as("those who heard the goodbye")
                    .hasSizeGreaterThan(Workload.CONVERSATIONS / 2);
            server.run();
            long up = System.nanoTime();
            Await.until("all visitors back", Duration.ofSeconds(10), () -> work.visitors().stream()
                    .allMatch(visitor -> visitor.isReady()));
            long seconds = (System.nanoTime() - up) / 1_000_000_000L;
            FaultReport.add(
                    "F05",
                    "SIGTERM and start, all visitors back " + seconds + " s after it was up",
                    work.settle().verify(server));
        }
    }

    private static Stream<List<Closed>> endings(Workload work) {
        return Stream.concat(
                work.visitors().stream().map(ChatClient::endings),
                work.agents().stream().map(DeskClient::endings));
    }

    private static boolean isGoodbye(Closed ending) {
        return ServerUnderTest.goodbyes().contains(ending.code());
    }

    /** Payara closes right behind the goodbye: what is sent at that moment is answered by a reset, which may be heard first. */
    private static boolean isGoodbyeOrReset(Closed ending) {
        return isGoodbye(ending) || RESET.matcher(ending.reason()).find();
    }
}
