package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.deskbell.support.FirstAdministrator;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S18: the first start knows no password; the set-up link makes one administrator and is dead. No spelling of a path gets in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
class S18SetUpIT {

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().withoutDemo());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(1)
    void anEmptyServerHasNoKnownPasswordAndOnlyTheRightLinkOpensTheSetUp() {
        WebSession stranger = new WebSession(server.address());
        for (String password : new String[] {"", "admin", "password", "deskbell", "changeit", "rings-like-a-bell"}) {
            stranger.tryLogIn("admin", password);
            assertThat(stranger.isInside()).isFalse();
        }
        String link = FirstAdministrator.link(server);
        assertThat(stranger.get("setup").statusCode()).isEqualTo(404);
        assertThat(stranger.get("setup?t=").statusCode()).isEqualTo(404);
        assertThat(stranger.get("setup?t=wrong").statusCode()).isEqualTo(404);
        assertThat(stranger.get(link.substring(0, link.length() - 1)).statusCode())
                .isEqualTo(404);
        assertThat(link.substring(link.indexOf('=') + 1))
                .as("at least 128 bits")
                .hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(2)
    void theLinkMakesOneAdministratorAndIsDeadAfterwards() {
        String link = FirstAdministrator.link(server);
        WebSession second = new WebSession(server.address());
        HttpResponse<String> openedBefore = second.get(link);
        assertThat(openedBefore.statusCode()).isEqualTo(200);

        assertThat(FirstAdministrator.use(server, link).statusCode()).isEqualTo(302);

        assertThat(new WebSession(server.address()).get(link).statusCode()).isEqualTo(404);
        assertThat(FirstAdministrator.send(second, openedBefore).statusCode()).isNotEqualTo(302);
        WebSession owner = new WebSession(server.address());
        owner.logIn(FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD);
        assertThat(owner.isInside()).isTrue();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(3)
    void theLinkStaysDeadAfterARestartAndNoNewOneIsPrinted() {
        String link = FirstAdministrator.link(server);
        server.stop();
        server.run();

        assertThat(FirstAdministrator.link(server)).isEqualTo(link);
        assertThat(new WebSession(server.address()).get(link).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(4)
    @ValueSource(
            strings = {
                "/console/inbox",
                "/console/inbox.xhtml",
                "/console/sites",
                "/console/agents",
                "/console",
                "/console/",
                "//console/inbox",
                "/./console/inbox",
                "/login/../console/inbox",
                "/%63onsole/inbox",
                "/console%2finbox",
                "/console;x=1/inbox",
                "/console/inbox;jsessionid=1",
                "/console/;/inbox",
                "/;/console/inbox",
                "/login/..;/console/inbox",
                "/%2e%2e/console/inbox",
                "/widget/..;/console/sites",
                "/widget/%2e%2e/console/sites",
                "/widget/%252e%252e/console/sites",
                "/%u002e%u002e/console/sites",
                "/CONSOLE/inbox",
                "/console\\inbox",
                "/console/inbox%00",
                "/console/inbox/",
                "/console/inbox.xhtml/",
                "/console/sites.xhtml;.css",
                "/shared/..%2fconsole/inbox",
                "/setup/%u002e%u002e/console/inbox",
                "/faces/console/inbox.xhtml",
                "/console/inbox.jsf",
                "/console/inbox.faces"
            })
    void noSpellingOfAProtectedPathGetsIn(String path) throws IOException {
        try (RawSocket socket = RawSocket.connect(server.address())) {
            socket.bytes(("GET " + path + " HTTP/1.1\r\nHost: "
                            + server.address().getAuthority() + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            socket.readHead();
            String body = socket.rest();
            assertThat(socket.status()).as(body).isIn(200, 301, 302, 400, 401, 403, 404, 500);
            assertThat(body).doesNotContain("id=\"inbox\"", "Log out", "data-secret", "\tat ");
            if (socket.status() / 100 == 3) {
                assertThat(server.address().resolve(socket.header("Location")).getAuthority())
                        .isEqualTo(server.address().getAuthority());
                assertThat(new WebSession(server.address()).get("console/inbox").statusCode())
                        .isEqualTo(302);
            }
        }
    }
}
