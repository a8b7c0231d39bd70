package org.deskbell.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Net;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Tls;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The configurations in deployment/proxy as they are, but for what is marked "yours" there, and with shorter time-outs. */
@Execution(ExecutionMode.CONCURRENT)
class ProxiesIT {
    private static final int MOST = 6;
    private static final String TOKEN = "a-token-for-drains";
    private static final Path CONFIGURATIONS = Path.of("deployment/proxy");

    enum Kind {
        NGINX,
        HAPROXY
    }

    @TempDir
    private Path folder;

    private final int port = Net.freePort();

    private List<ServerUnderTest> nodes = List.of();

    @AfterEach
    void stop() {
        nodes.forEach(ServerUnderTest::close);
    }

    @ParameterizedTest
    @EnumSource
    void everythingWorksBehindIt(Kind kind) throws IOException {
        nodes = List.of(ServerUnderTest.start(ServerSettings.fresh()
                .with("deskbell.proxies", "127.0.0.1")
                .with("deskbell.connections.per-address", MOST)));
        Process proxy = run(kind);
        try {
            pagesAreSafeAndTheInsideStaysInside();
            whoComesIsCountedByHisOwnAddress();
            peopleTalkByBothCarriersAndSilenceIsNoEnd();
        } finally {
            proxy.destroy();
        }
    }

    /** Both keep an address on one node, so all are on one: the one that is drained. It goes on running. */
    @ParameterizedTest
    @EnumSource
    void whoIsOnADrainedNodeIsLedToAnother(Kind kind) throws IOException {
        String store = Postgres.database();
        nodes = ServerUnderTest.together(node(store), node(store));
        Await.until("they know each other", () -> nodes.stream().allMatch(ProxiesIT::knowsAnother));
        Process proxy = run(kind);
        try (DeskClient agent = DeskClient.open(address("localhost"), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                ChatClient socket = ChatClient.open(address("localhost"), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient http = ChatClient.open(address("localhost"), Demo.SITE, Carrier.HTTP)) {
            agent.doNotReconnect();
            socket.sayAndWait("before");
            http.sayAndWait("before");
            ServerUnderTest drained = nodes.stream()
                    .filter(node -> connections(node) > 0)
                    .findFirst()
                    .orElseThrow();
            drain(drained);
            Await.until("it is empty", Duration.ofSeconds(30), () -> connections(drained) == 0);
            for (ChatClient visitor : List.of(socket, http)) visitor.sayAndWait("after");
            try (DeskClient back = DeskClient.open(address("localhost"), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                    ChatClient fresh = ChatClient.open(address("localhost"), Demo.SITE, Carrier.WEBSOCKET);
                    ChatClient freshToo = ChatClient.open(address("localhost"), Demo.SITE, Carrier.HTTP)) {
                back.followAll();
                for (ChatClient visitor : List.of(fresh, freshToo)) {
                    back.awaitText(visitor.sayAndWait("new here").text("conversation"), "new here");
                }
            }
            assertThat(connections(drained)).isZero();
        } finally {
            proxy.destroy();
        }
    }

    private static ServerSettings node(String store) {
        return ServerSettings.fresh()
                .roomy()
                .store(store)
                .with("deskbell.proxies", "127.0.0.1")
                .with("deskbell.drain.token", TOKEN)
                .with("deskbell.drain.seconds", 1);
    }

    private static boolean knowsAnother(ServerUnderTest node) {
        return node.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"));
    }

    private static void drain(ServerUnderTest node) {
        assertThat(new WebSession(node.address())
                        .post("health/drain", "text/plain", "", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    private void pagesAreSafeAndTheInsideStaysInside() {
        WebSession browser = new WebSession(address("localhost"));
        HttpResponse<String> page = browser.get("widget/window?site=" + Demo.SITE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(browser.get("health/ready").statusCode()).isEqualTo(404);
        assertThat(browser.get("api/health/metrics").statusCode()).isEqualTo(404);
        browser.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        assertThat(browser.get("console/inbox").statusCode()).isEqualTo(200);
        assertThat(browser.get("console/inbox", "X-Forwarded-For", "127.0.0.1").statusCode())
                .isEqualTo(200);
    }

    private void peopleTalkByBothCarriersAndSilenceIsNoEnd() {
        try (DeskClient agent = DeskClient.open(address("localhost"), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                ChatClient socket = ChatClient.open(address("localhost"), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient http = ChatClient.open(address("localhost"), Demo.SITE, Carrier.HTTP)) {
            agent.followAll();
            for (ChatClient visitor : List.of(socket, http)) {
                String conversation = visitor.sayAndWait("by way of a proxy").text("conversation");
                agent.awaitText(conversation, "by way of a proxy");
                agent.sayAndWait(conversation, "seen");
                visitor.awaitText("seen");
            }
            Await.never(
                    "an end",
                    Duration.ofSeconds(32),
                    () -> !socket.endings().isEmpty()
                            || !http.endings().isEmpty()
                            || !agent.endings().isEmpty());
            socket.sayAndWait("still here");
            http.sayAndWait("still here");
        }
    }

    /** All come through one proxy; those of ::1 are somebody else than those of 127.0.0.1. */
    private void whoComesIsCountedByHisOwnAddress() {
        List<ChatClient> all = new ArrayList<>();
        try {
            for (String from : List.of("127.0.0.1", "[::1]")) {
                for (int i = 0; i < MOST; i++) all.add(ChatClient.open(address(from), Demo.SITE, Carrier.WEBSOCKET));
                ChatClient oneTooMany = ChatClient.of(address(from), Demo.SITE, Carrier.WEBSOCKET);
                all.add(oneTooMany);
                oneTooMany.doNotReconnect();
                oneTooMany.connect();
                assertThat(oneTooMany.awaitEnd().code()).isEqualTo(1013);
            }
        } finally {
            all.forEach(ChatClient::close);
        }
        Await.until("they are gone", () -> connections(nodes.get(0)) == 0);
    }

    private static int connections(ServerUnderTest node) {
        return new WebSession(node.address())
                .get("health/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("deskbell_connections{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private URI address(String host) {
        return URI.create("https://" + host + ":" + port + "/");
    }

    private Process run(Kind kind) throws IOException {
        Tls.certify(folder);
        Path file = kind == Kind.NGINX ? nginx() : haproxy();
        List<String> command = kind == Kind.NGINX
                ? List.of("nginx", "-p", folder.toString(), "-c", file.toString())
                : List.of("haproxy", "-f", file.toString());
        Path log = folder.resolve("proxy.log");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError(
                    "Please install " + command.get(0) + " (on Debian: apt-get install nginx-light haproxy)", missing);
        }
        Await.until("the proxy listens", () -> {
            assertThat(process.isAlive()).as(() -> read(log)).isTrue();
            return listens();
        });
        return process;
    }

    private Path nginx() throws IOException {
        String ours = changed(
                Files.readString(CONFIGURATIONS.resolve("nginx.conf")),
                Map.of(
                        "listen 80;",
                        "listen 127.0.0.1:" + Net.freePort() + ";",
                        "listen 443 ssl http2;",
                        "listen 127.0.0.1:" + port + " ssl http2; listen [::1]:" + port + " ssl http2;",
                        "/etc/ssl/certs/chat.example.com.pem",
                        folder.resolve("certificate.pem").toString(),
                        "/etc/ssl/private/chat.example.com.key",
                        folder.resolve("key.pem").toString(),
                        "    server 127.0.0.1:8080 max_fails=1 fail_timeout=30s;",
                        each("    server %2$s max_fails=1 fail_timeout=30s;"),
                        "75s",
                        "25s"));
        Files.writeString(folder.resolve("deskbell.conf"), ours);
        String frame = "daemon off;\nuser root;\npid %s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n";
        StringBuilder main = new StringBuilder(frame.formatted(folder));
        for (String kept : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            main.append(kept)
                    .append("_temp_path ")
                    .append(folder)
                    .append('/')
                    .append(kept)
                    .append(";\n");
        }
        return Files.writeString(
                folder.resolve("nginx.conf"),
                main.append("include deskbell.conf;\n}\n").toString());
    }

    private Path haproxy() throws IOException {
        return Files.writeString(
                folder.resolve("haproxy.cfg"),
                changed(
                        Files.readString(CONFIGURATIONS.resolve("haproxy.cfg")),
                        Map.of(
                                ":443,:::443 v6only",
                                "127.0.0.1:" + port + ",[::1]:" + port,
                                "/etc/haproxy/chat.example.com.pem",
                                folder.resolve("both.pem").toString(),
                                "    server one 127.0.0.1:8080 ",
                                each("    server node%1$d %2$s "),
                                "maxconn 50000",
                                "maxconn 1000",
                                "75s",
                                "25s")));
    }

    /** A line for each node. */
    private String each(String line) {
        return IntStream.range(0, nodes.size())
                .mapToObj(i ->
                        line.formatted(i, nodes.get(i).address().getAuthority().replace("localhost", "127.0.0.1")))
                .collect(Collectors.joining("\n"));
    }

    private static String changed(String configuration, Map<String, String> changes) {
        String changed = configuration;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(changed).contains(change.getKey());
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }

    private boolean listens() {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException none) {
            return "it said nothing";
        }
    }
}
