package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Wars;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** F06: a server is taken out of service in the middle of the talk, becomes empty, and comes back, or a later version in its place. */
@Execution(ExecutionMode.CONCURRENT)
class F06DrainIT {
    private static final String TOKEN = "a-token-for-drains";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aServerThatIsDrainedSendsEverybodyAwayAndLosesNothing() {
        try (ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh()
                        .unlimited()
                        .with("deskbell.log.format", "json")
                        .with("deskbell.drain.token", TOKEN)
                        .with("deskbell.drain.seconds", 2));
                Workload work = new Workload(Carrier.WEBSOCKET).begin(server.address(), server.address(), 6)) {
            URI drain = server.address().resolve("health/drain");
            onlyForThoseWhoMay(server, drain);
            work.talk(300, 50);
            Await.until("half of the talk", Duration.ofMinutes(2), () -> work.said() >= 150);

            assertThat(ask("POST", drain, TOKEN).body()).contains("\"status\":\"draining\"");
            HttpResponse<String> ready = ask("GET", server.address().resolve("health/ready"), null);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("{\"status\":\"not ready\",\"reasons\":[\"draining\"]}");
            Await.until("everybody was sent away", Duration.ofSeconds(20), () -> work.visitors().stream()
                    .allMatch(visitor -> !visitor.endings().isEmpty()));
            assertThat(work.visitors())
                    .allSatisfy(visitor ->
                            assertThat(visitor.endings().get(0).code()).isEqualTo(1012));
            Await.until("all agents too", Duration.ofSeconds(10), () -> work.agents().stream()
                    .allMatch(agent -> !agent.endings().isEmpty()));
            nobodyNewIsTaken(server, Carrier.WEBSOCKET);
            nobodyNewIsTaken(server, Carrier.HTTP);
            Await.until("it says that it is empty", Duration.ofSeconds(20), () -> server.log().stream()
                    .anyMatch(line -> line.startsWith("{\"time\":\"")
                            && line.contains("\"message\":\"This server is empty and may be stopped\"")));

            assertThat(ask("DELETE", drain, TOKEN).body()).contains("in service");
            assertThat(ask("GET", server.address().resolve("health/ready"), null)
                            .statusCode())
                    .isEqualTo(200);
            FaultReport.add(
                    "F06",
                    "a server drained and put back, 1012 to all",
                    work.settle().verify(server));
        }
    }

    /** Two nodes behind a balancer; the first to go is replaced by a later version, which changes the tables while the second is at work. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void twoNodesAreUpgradedOneAfterTheOtherWhileEverybodyTalks() {
        String store = Postgres.database();
        Path later = Wars.later(
                "V9000__a_later_version.sql",
                "create table later (id bigint primary key);"
                        + " alter table conversation add column later varchar(10);"
                        + " alter table entry add column later varchar(10) default 'x' not null;");
        List<ServerUnderTest> old = ServerUnderTest.together(node(store), node(store));
        try (ServerUnderTest a = old.get(0);
                ServerUnderTest b = old.get(1);
                ChaosProxy toVisitors = new ChaosProxy(a.address(), 6);
                ChaosProxy toAgents = new ChaosProxy(b.address(), 7);
                Workload work = new Workload(Carrier.WEBSOCKET).begin(toVisitors.address(), toAgents.address(), 6)) {
            work.talk(Integer.MAX_VALUE, 20);

            emptied(a, toVisitors, b);
            try (ServerUnderTest newA = ServerUnderTest.start(node(store).war(later))) {
                toVisitors.leadTo(newA.address());
                work.visitors().forEach(ChatClient::vanish);
                work.visitors().forEach(ChatClient::start);
                mixed(work);

                emptied(b, toAgents, newA);
                try (ServerUnderTest newB = ServerUnderTest.start(node(store).war(later))) {
                    toAgents.leadTo(newB.address());
                    mixed(work);
                    work.enough();
                    String result = work.settle().verify(newB);
                    assertThat(work.slowest()).isLessThan(Duration.ofSeconds(10));
                    FaultReport.add(
                            "F06",
                            "two nodes upgraded one after the other, with a change of the tables",
                            result + "; slowest answer " + work.slowest().toMillis() + " ms");
                }
            }
        }
    }

    private static ServerSettings node(String store) {
        return ServerSettings.fresh()
                .unlimited()
                .store(store)
                .with("deskbell.drain.token", TOKEN)
                .with("deskbell.drain.seconds", 2);
    }

    /** As an operator does it: the balancer sends nobody there any more, the node is drained, and when it is empty it is stopped. */
    private void emptied(ServerUnderTest node, ChaosProxy balancer, ServerUnderTest other) {
        URI drain = node.address().resolve("health/drain");
        balancer.leadTo(other.address());
        ask("POST", drain, TOKEN);
        Await.until("it is empty", Duration.ofSeconds(30), () -> ask("GET", drain, TOKEN)
                .body()
                .contains("empty"));
        node.stop();
    }

    /** Both versions carry words for a while. */
    private static void mixed(Workload work) {
        int from = work.said();
        Await.until("some more words", Duration.ofMinutes(1), () -> work.said() >= from + 60);
    }

    private void onlyForThoseWhoMay(ServerUnderTest server, URI drain) {
        assertThat(ask("POST", drain, null).statusCode()).isEqualTo(403);
        assertThat(ask("POST", drain, "another-token-than-that").statusCode()).isEqualTo(403);
        assertThat(ask("POST", drain, TOKEN, "X-Forwarded-For", "127.0.0.1").statusCode())
                .isEqualTo(403);
        WebSession agent = new WebSession(server.address());
        agent.logIn(Demo.AGENT, Demo.PASSWORD);
        assertThat(agent.get("console/server").statusCode()).isEqualTo(403);
        WebSession administrator = new WebSession(server.address());
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        assertThat(administrator.get("console/server").body())
                .contains("Take this server out of service", "Database and disk are fine");
    }

    private static void nobodyNewIsTaken(ServerUnderTest server, Carrier carrier) {
        try (ChatClient late = ChatClient.of(server.address(), Demo.SITE, carrier)) {
            late.doNotReconnect();
            late.connect();
            assertThat(late.awaitEnd().code()).isEqualTo(1012);
        }
    }

    private HttpResponse<String> ask(String method, URI address, String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cannot) {
            throw new AssertionError(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
