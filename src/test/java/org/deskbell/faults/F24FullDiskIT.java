package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.SmallDisk;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F24: where the server writes its logs and temporary files there is no room any more; its store is elsewhere. */
@Execution(ExecutionMode.CONCURRENT)
class F24FullDiskIT {

    @Test
    void textChatGoesOnAndOperatorsAreTold() {
        try (SmallDisk disk = SmallDisk.need(SmallDisk.mount(800));
                ServerUnderTest server = ServerUnderTest.start(
                        ServerSettings.in(disk.folder()).unlimited().store(Postgres.database()));
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(server.address(), server.address(), Workload.CONVERSATIONS)) {
            assertThat(ready(server).statusCode()).isEqualTo(200);
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("a third", Duration.ofMinutes(5), () -> work.said() >= Workload.MESSAGES / 3);
            disk.fill();
            Await.until(
                    "it is said",
                    () -> ready(server).body().equals("{\"status\":\"not ready\",\"reasons\":[\"disk\"]}"));
            HttpResponse<String> refused = bring(server, work.visitors().get(0));
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(FileCarrier.json(refused).text("reason")).isEqualTo("no-room");
            work.settle();
            assertThat(work.visitors()).allSatisfy(visitor -> {
                assertThat(visitor.tape().all("refused")).isEmpty();
                assertThat(visitor.endings()).isEmpty();
            });
            String result = work.verify(server);
            assertThat(new WebSession(server.address()).get("login").statusCode())
                    .isEqualTo(200);
            assertThat(disk.room()).as("room while they talked").isLessThan(1_000_000);
            disk.free();
            Await.until("it is ready again", () -> ready(server).statusCode() == 200);
            assertThat(bring(server, work.visitors().get(0)).statusCode()).isEqualTo(201);
            FaultReport.add("F24", "no room for logs and temporary files", result);
        }
    }

    private static HttpResponse<String> bring(ServerUnderTest server, ChatClient visitor) {
        return FileCarrier.of(server.address(), Demo.SITE, visitor)
                .bring("a.txt", "hello".getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpResponse<String> ready(ServerUnderTest server) {
        return new WebSession(server.address()).get("health/ready");
    }
}
