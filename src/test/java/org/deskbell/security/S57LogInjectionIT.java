package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** S57: line breaks, terminal codes and look-ups in every field; the log stays one line for each event, without secrets. */
class S57LogInjectionIT {

    private static final String EVIL =
            "evil\r\n00:00:00 INFO    forged line\u001b[2J\u001b[31m${jndi:ldap://127.0.0.1:1/x}\u0085\u2028forged too";

    /** What of it may be said: a message holds no control characters but line breaks. */
    private static final String SAYABLE = EVIL.replace("\u001b", "");

    private final ServerUnderTest server = ServerUnderTest.sharedProcess();

    @Test
    void nothingASenderWritesBreaksOutOfItsLine() throws IOException {
        int from = server.log().size();
        String token;
        try (ChatClient visitor = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)
                .saying(hello -> hello.with("name", EVIL)
                        .with("language", "en")
                        .with("page", ChatClient.page("https://shop.example/?" + EVIL, EVIL)))) {
            visitor.doNotReconnect();
            visitor.connect();
            org.deskbell.support.Await.until("an answer", () -> visitor.tape().size() > 0);
            visitor.send(Frame.of(EVIL, "x", EVIL));
            visitor.send(Frame.of("post", "ref", EVIL, "text", EVIL));
        }
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            token = visitor.token();
            visitor.sayAndWait(SAYABLE);
        }
        new WebSession(server.address()).tryLogIn(EVIL, EVIL);
        try (RawSocket socket = RawSocket.connect(server.address())) {
            socket.bytes(
                    ("GET /login HTTP/1.1\r\nHost: localhost\r\nUser-Agent: evil \u001b[31m ${jndi:ldap://127.0.0.1:1/x}\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            socket.readHead();
        }
        try (RawSocket socket = RawSocket.upgrade(
                server.address(), "/chat?site=%0d%0aforged%20line", "Origin: http://evil%0d%0aforged")) {
            assertThat(socket.status()).isIn(400, 403, 404, 101);
        }
        DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        String cookies = agent.session().cookies();
        agent.close();

        List<String> said = server.log().subList(from, server.log().size());
        assertThat(said).noneMatch(line -> line.startsWith("00:00:00 INFO") || line.startsWith("forged"));
        assertThat(said).noneMatch(line -> line.indexOf('\u001b') >= 0);
        assertThat(String.join("\n", said)).doesNotContain(token).doesNotContain(Demo.PASSWORD);
        for (String cookie : cookies.split("; ")) {
            assertThat(String.join("\n", said)).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        }
    }
}
