package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S50: whoever was ended for a flood comes again at once. He has to wait; known people behind the same address do not. */
@Execution(ExecutionMode.CONCURRENT)
class S50KeptAwayIT {
    private static final int BAN = 12;
    private static final Duration BACK = Await.PATIENCE.plusSeconds(2 * BAN);

    private static ServerUnderTest server;
    private static URI base;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .with("deskbell.proxies", "127.0.0.1")
                .with("deskbell.flood.ban", BAN));
        base = server.address();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @EnumSource
    void aFlooderIsKeptAwayForAWhileAndKnownNeighboursAreNot(Carrier carrier) {
        String office = "192.0.2." + (10 + carrier.ordinal());
        try (ChatClient flooder = client(office, carrier);
                ChatClient neighbour = client(office, carrier);
                ChatClient newcomer = client(office, carrier);
                ChatClient elsewhere = client("192.0.2.1", carrier)) {
            neighbour.start().sayAndWait("before");
            flooder.start();
            flooder.doNotReconnect();
            flood(flooder);
            endedForIt(flooder.awaitEnd().code());

            newcomer.connect();
            keptAway(client(office, carrier).withToken(flooder.token()));
            keptAway(client("192.0.2.2", carrier).withToken(flooder.token()));
            keptAway(client(office, carrier).withToken("a secret that nobody has"));
            elsewhere.start().sayAndWait("nothing happened here");
            int mark = neighbour.tape().size();
            neighbour.vanish();
            neighbour.connect();
            neighbour.tape().await(mark, "welcome");
            neighbour.sayAndWait("after");

            Await.until(newcomer::state, BACK, newcomer::isReady);
            assertThat(newcomer.awaitEnd().code()).isEqualTo(1013);
            try (ChatClient back = client(office, carrier).withToken(flooder.token())) {
                back.start().sayAndWait("I am sorry");
                assertThat(back.visitor()).isEqualTo(flooder.visitor());
            }
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void fromWhereAFloodCameNothingIsReadButAHello() throws IOException {
        String office = "192.0.2.20";
        try (RawSocket broken = chat(office)) {
            for (int i = 0; i < 3; i++) broken.text("{");
            assertThat(broken.awaitClose()).isEqualTo(1008);
        }
        try (RawSocket silent = chat(office);
                RawSocket hasty = chat(office)) {
            silent.text("{\"type\":\"ping\"}");
            assertThat(silent.awaitClose()).isEqualTo(1013);
            hasty.text("[" + Frame.of("hello", "site", Demo.SITE, "token", "nobody's") + "]");
            assertThat(hasty.awaitClose()).isEqualTo(1013);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aPlainClientWaitsBeforeTheUpgrade() throws IOException {
        String home = "192.0.2.30";
        try (RawSocket plain = plain(home)) {
            plain.awaitText("Your id is");
            try {
                for (int i = 0; i < 150; i++) plain.text("flood " + i);
            } catch (IOException ended) {
                // As it should be.
            }
            endedForIt(plain.awaitClose());
        }
        try (RawSocket again = plain(home);
                RawSocket other = plain("192.0.2.31")) {
            assertThat(again.status()).isEqualTo(429);
            assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(1, BAN);
            assertThat(other.status()).isEqualTo(101);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anAgentWaitsHimselfAndNobodyElse() throws IOException {
        try (DeskClient flooder = DeskClient.open(base, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient before =
                        DeskClient.of(base, flooder.session(), Carrier.HTTP).start()) {
            flooder.hurry(Duration.ofSeconds(1));
            for (int i = 0; i < 600; i++) flooder.send(Frame.of("ping"));
            endedForIt(flooder.awaitEnd().code());

            WebSession another = new WebSession(base);
            another.logIn(Demo.AGENT, Demo.PASSWORD);
            assertThat(another.post("carrier/desk", "application/json", "").statusCode())
                    .isEqualTo(429);
            DeskClient.open(base, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)
                    .close();
            ChatClient.open(base, Demo.SITE, Carrier.WEBSOCKET).close();
            assertThat(before.isReady()).isTrue();
            Await.until(flooder::state, BACK, flooder::isReady);
            assertThat(flooder.awaitEnd().reason()).isEqualTo("HTTP 429");
            assertThat(before.endings()).isEmpty();
        }
    }

    private static ChatClient client(String address, Carrier carrier) {
        return ChatClient.from(address, base, Demo.SITE, carrier);
    }

    private static void flood(ChatClient client) {
        for (int i = 0; i < 400; i++) client.send(Frame.of("typing", "on", true));
    }

    /** A reset overtakes the close frame where the flood goes on after the end. */
    private static void endedForIt(int code) {
        assertThat(code).isIn(1008, 1006);
    }

    private static void keptAway(ChatClient client) {
        client.doNotReconnect();
        client.connect();
        assertThat(client.awaitEnd().code()).isEqualTo(1013);
        assertThat(client.tape().all("welcome")).isEmpty();
    }

    private static RawSocket chat(String address) throws IOException {
        return RawSocket.upgrade(
                base,
                "/chat",
                "Sec-WebSocket-Protocol: deskbell.v1",
                "Origin: " + RawSocket.origin(base),
                "X-Forwarded-For: " + address);
    }

    private static RawSocket plain(String address) throws IOException {
        return RawSocket.upgrade(base, "/chat?site=" + Demo.SITE, "X-Forwarded-For: " + address);
    }
}
