package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** A client that knows no protocol: lines of text in, lines of text out. */
class PlainClientIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void itIsGreetedByTextAndToldItsIdAndTalksWithAnAgent() throws IOException {
        try (RawSocket one = plain();
                RawSocket other = plain();
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String id = one.awaitText("Your id is ");
            assertThat(other.awaitText("Your id is ")).isNotEqualTo(id);
            String question = "hello from a terminal " + ChatClient.ref();
            one.text(question);
            Frame news = agent.tape().await("summary with the question", frame -> frame.toString()
                    .contains(question));
            String conversation = news.children("items").stream()
                    .filter(item -> item.toString().contains(question))
                    .findFirst()
                    .orElseThrow()
                    .text("conversation");
            agent.follow(conversation);
            agent.sayAndWait(conversation, "hello back");

            assertThat(one.awaitText("hello back")).isEqualTo("hello back");
            assertThat(other.textsWithin(Duration.ofSeconds(1))).isEmpty();
        }
    }

    @Test
    void whatCannotBeTakenIsAnsweredByALineWithAnExclamationMark() throws IOException {
        try (RawSocket socket = plain()) {
            socket.awaitText("Your id is ");
            socket.text("x".repeat(4_001));
            assertThat(socket.awaitText("!")).startsWith("! ");
        }
    }

    @Test
    void aPageOpenedFromDiskMayConnectAndAnUnknownSiteMayNot() throws IOException {
        try (RawSocket disk = RawSocket.upgrade(server, "/chat?site=" + Demo.SITE, "Origin: null")) {
            assertThat(disk.status()).isEqualTo(101);
        }
        try (RawSocket file = RawSocket.upgrade(server, "/chat?site=" + Demo.SITE, "Origin: file://")) {
            assertThat(file.status()).isEqualTo(101);
        }
        try (RawSocket unknown = RawSocket.upgrade(server, "/chat?site=no-such-site")) {
            assertThat(unknown.status() == 101 ? unknown.awaitClose() : unknown.status())
                    .isIn(4004, 403, 404);
        }
    }

    @Test
    void withoutASiteItReachesTheInstallationsDefaultOne() throws IOException {
        try (RawSocket socket = RawSocket.upgrade(server, "/chat")) {
            assertThat(socket.status()).isEqualTo(101);
            socket.awaitText("Your id is ");
        }
    }

    private RawSocket plain() throws IOException {
        RawSocket socket = RawSocket.upgrade(server, "/chat?site=" + Demo.SITE);
        assertThat(socket.status()).isEqualTo(101);
        return socket;
    }
}
