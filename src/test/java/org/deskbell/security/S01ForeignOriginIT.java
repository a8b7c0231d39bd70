package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.deskbell.support.Demo;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S01: another website opens a socket with the victim's cookies. It is refused before the upgrade. */
class S01ForeignOriginIT {

    private static final String PROTOCOL = "Sec-WebSocket-Protocol: deskbell.v1";

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example",
                "http://localhost:1",
                "null",
                "file://",
                "https://localhost",
                ""
            })
    void theDeskRefusesForeignOriginsEvenWithAnAgentsCookie(String origin) throws IOException {
        WebSession agent = new WebSession(server);
        agent.logIn(Demo.AGENT, Demo.PASSWORD);
        try (RawSocket socket =
                RawSocket.upgrade(server, "/desk", PROTOCOL, "Origin: " + origin, "Cookie: " + agent.cookies())) {
            assertThat(socket.status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost.evil.example", "http://localhost:1", "null"})
    void theWidgetsSocketRefusesForeignOrigins(String origin) throws IOException {
        try (RawSocket socket = RawSocket.upgrade(server, "/chat", PROTOCOL, "Origin: " + origin)) {
            assertThat(socket.status()).isEqualTo(403);
        }
    }

    @Test
    void theDeskWithoutALogInIsRefusedBeforeTheUpgrade() throws IOException {
        try (RawSocket socket = RawSocket.upgrade(server, "/desk", PROTOCOL, "Origin: " + RawSocket.origin(server))) {
            assertThat(socket.status()).isIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier/chat", "carrier/desk"})
    void theHttpCarrierRefusesCallsFromOtherSites(String path) {
        WebSession agent = new WebSession(server);
        agent.logIn(Demo.AGENT, Demo.PASSWORD);
        assertThat(agent.post(path, "application/json", "", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.post(path, "application/json", "", "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.post(path, "application/json", "", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.post(path, "text/plain", "").statusCode()).isIn(403, 415);
        HttpResponse<String> good = agent.post(path, "application/json", "", "Sec-Fetch-Site", "same-origin");
        assertThat(good.statusCode()).isEqualTo(201);
        assertThat(good.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(good.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void theSessionCookieIsForThisServerAlone() {
        HttpResponse<String> answer = new WebSession(server).tryLogIn(Demo.AGENT, Demo.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie).containsIgnoringCase("HttpOnly");
            assertThat(cookie).containsPattern("(?i)SameSite=(Lax|Strict)");
        });
    }
}
