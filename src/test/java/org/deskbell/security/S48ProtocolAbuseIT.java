package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S48: frames no decent client sends. The connection ends with the code that says why, and the server goes on. */
class S48ProtocolAbuseIT {

    private static final int ABNORMAL = 1006;
    /** Tyrus ends a frame above its own buffer (web.xml) with 1011 before any application sees it. */
    private static final int OVERFLOW_OF_TYRUS = 1011;

    private final URI server = ServerUnderTest.shared();

    @AfterEach
    void othersAreStillServed() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("still here?");
        }
    }

    @Test
    void aHelloIsAnsweredByHand() throws IOException {
        try (RawSocket socket = ready()) {
            socket.text(Frame.of("ping").toString());
            assertThat(socket.awaitText("pong")).contains("\"pong\"");
        }
    }

    @Test
    void fiveMegabytesInOneFrameAre1009() throws IOException {
        try (RawSocket socket = ready()) {
            sendAsFarAsTheyTakeIt(socket, RawSocket.encode(0x81, true, 5_000_000, filled(5_000_000)), 65_536);
            assertThat(socket.awaitClose()).isIn(1009, OVERFLOW_OF_TYRUS, ABNORMAL);
        }
    }

    @Test
    void fiveMegabytesInSmallSegmentsAre1009() throws IOException {
        try (RawSocket socket = ready()) {
            sendAsFarAsTheyTakeIt(socket, RawSocket.encode(0x81, true, 5_000_000, filled(5_000_000)), 900);
            assertThat(socket.awaitClose()).isIn(1009, OVERFLOW_OF_TYRUS, ABNORMAL);
        }
    }

    @Test
    void aMessageJustAboveTheLimitIs1009AndOneBelowIsNot() throws IOException {
        try (RawSocket socket = ready()) {
            socket.text(Frame.of("ping", "x", "y".repeat(32_700)).toString());
            assertThat(socket.awaitText("refused")).contains("malformed");
            socket.text(Frame.of("ping", "x", "y".repeat(32_768)).toString());
            assertThat(socket.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void manySmallFragmentsOfOneMessageAre1009() throws IOException {
        try (RawSocket socket = ready()) {
            byte[] part = filled(100);
            try {
                socket.frame(RawSocket.TEXT, false, part);
                for (int i = 0; i < 5_000; i++) {
                    socket.frame(RawSocket.CONTINUATION, false, part);
                }
            } catch (IOException closedAlready) {
                // Then its code is what is looked at.
            }
            assertThat(socket.awaitClose()).isIn(1009, ABNORMAL);
        }
    }

    @Test
    void aDeclaredLengthOfTwoToThe63IsNotBelieved() throws IOException {
        try (RawSocket positive = ready();
                RawSocket negative = ready()) {
            positive.bytes(RawSocket.encode(0x81, true, Long.MAX_VALUE, filled(100)));
            negative.bytes(RawSocket.encode(0x81, true, Long.MIN_VALUE, filled(100)));
            othersAreStillServed();
            // Where the container waits for the rest, the silence ends it.
            assertThat(positive.awaitClose(Duration.ofSeconds(70))).isIn(1002, 1009, 1011, 4010, ABNORMAL);
            assertThat(negative.awaitClose(Duration.ofSeconds(70))).isIn(1002, 1009, 1011, 4010, ABNORMAL);
        }
    }

    @Test
    void binaryIs1003() throws IOException {
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.BINARY, true, filled(10));
            assertThat(socket.awaitClose()).isEqualTo(1003);
        }
    }

    @Test
    void invalidUtf8Is1007() throws IOException {
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.TEXT, true, (byte) '"', (byte) 0xC3, (byte) 0x28, (byte) '"');
            assertThat(socket.awaitClose()).isIn(1007, ABNORMAL);
        }
    }

    @Test
    void anUnmaskedFrameIsRefusedOrHarmless() throws IOException {
        try (RawSocket socket = ready()) {
            byte[] ping = Frame.of("ping").toString().getBytes(StandardCharsets.UTF_8);
            socket.bytes(RawSocket.encode(0x81, false, ping.length, ping));
            RawSocket.Received answer = socket.read();
            while (answer != null
                    && answer.opcode() == RawSocket.TEXT
                    && answer.text().contains("presence")) {
                answer = socket.read();
            }
            // Tyrus 2.1.5 takes it like any other frame, which RFC 6455 (5.1) does not allow; an application cannot see
            // the difference.
            assertThat(answer == null
                            || answer.closeCode() == 1002
                            || answer.text().contains("\"pong\""))
                    .isTrue();
        }
    }

    @Test
    void reservedBitsAre1002() throws IOException {
        for (int bit : new int[] {0x40, 0x20, 0x10}) {
            try (RawSocket socket = ready()) {
                socket.bytes(RawSocket.encode(0x81 | bit, true, 10, filled(10)));
                assertThat(socket.awaitClose()).isIn(1002, ABNORMAL);
            }
        }
    }

    @Test
    void reservedOpcodesAre1002() throws IOException {
        for (int opcode : new int[] {3, 7, 11, 15}) {
            try (RawSocket socket = ready()) {
                socket.frame(opcode, true, filled(10));
                assertThat(socket.awaitClose()).isIn(1002, 1003, ABNORMAL);
            }
        }
    }

    @Test
    void aLargeOrFragmentedControlFrameIs1002() throws IOException {
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.PING, true, filled(126));
            assertThat(socket.awaitClose()).isIn(1002, ABNORMAL);
        }
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.PING, false, filled(10));
            assertThat(socket.awaitClose()).isIn(1002, ABNORMAL);
        }
    }

    @Test
    void aContinuationOfNothingIs1002() throws IOException {
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.CONTINUATION, true, filled(10));
            assertThat(socket.awaitClose()).isIn(1002, ABNORMAL);
        }
    }

    @Test
    void aPingFrameOfTheProtocolIsAnswered() throws IOException {
        try (RawSocket socket = ready()) {
            socket.frame(RawSocket.PING, true, (byte) 'h', (byte) 'i');
            RawSocket.Received frame = socket.read();
            while (frame.opcode() != RawSocket.PONG) {
                frame = socket.read();
            }
            assertThat(frame.text()).isEqualTo("hi");
        }
    }

    @Test
    void theThirdMalformedFrameIs1008AndEachIsRefusedWithItsReason() throws IOException {
        try (RawSocket socket = ready()) {
            socket.text("not json");
            assertThat(socket.awaitText("refused")).contains("\"malformed\"");
            socket.text("{\"type\":7}");
            assertThat(socket.awaitText("refused")).contains("\"malformed\"");
            socket.text("[[[[[[");
            assertThat(socket.awaitClose()).isEqualTo(1008);
        }
    }

    @Test
    void deepJsonHarmsNobody() throws IOException {
        try (RawSocket socket = ready()) {
            socket.text("[".repeat(30_000));
            socket.text("{\"a\":".repeat(6_000));
            socket.text("[".repeat(15_000) + "]".repeat(15_000));
            assertThat(socket.awaitClose()).isIn(1008, 1009);
        }
    }

    @Test
    void anUnknownTypeIsRefusedAndTheConnectionLives() throws IOException {
        try (RawSocket socket = ready()) {
            socket.text("{\"type\":\"claim\",\"conversation\":\"x\",\"ref\":\"12345678\"}");
            assertThat(socket.awaitText("refused")).contains("unknown-type").contains("claim");
            socket.text("{\"type\":\"ping\"}");
            socket.awaitText("pong");
        }
    }

    @Test
    void nothingIsServedBeforeHello() throws IOException {
        try (RawSocket socket = RawSocket.chat(server)) {
            socket.text(Frame.of("post", "ref", ChatClient.ref(), "text", "hi").toString());
            assertThat(socket.awaitText("refused")).contains("not-ready");
        }
    }

    @Test
    void textsOutsideTheLimitsAreRefusedByName() throws IOException {
        try (RawSocket socket = ready()) {
            refuses(socket, "blank", " \u00a0\n\t ");
            refuses(socket, "too-long", "x".repeat(4_001));
            refuses(socket, "bad-text", "a\u0000b");
            socket.text("{\"type\":\"post\",\"ref\":\"abcdefgh\",\"text\":\"lone \\ud83d surrogate\"}");
            assertThat(socket.awaitText("refused")).contains("bad-text");
            socket.text("{\"type\":\"post\",\"ref\":\"short\",\"text\":\"hi\"}");
            assertThat(socket.awaitText("refused")).contains("bad-ref");
            socket.text(Frame.of("post", "ref", ChatClient.ref(), "text", "x".repeat(4_000))
                    .toString());
            socket.awaitText("posted");
        }
    }

    private static void refuses(RawSocket socket, String reason, String text) throws IOException {
        socket.text(Frame.of("post", "ref", ChatClient.ref(), "text", text).toString());
        assertThat(socket.awaitText("refused")).contains("\"" + reason + "\"");
    }

    private RawSocket ready() throws IOException {
        RawSocket socket = RawSocket.chat(server);
        socket.text(Frame.of("hello", "site", Demo.SITE).toString());
        socket.awaitText("welcome");
        return socket;
    }

    private static void sendAsFarAsTheyTakeIt(RawSocket socket, byte[] all, int segment) {
        try {
            for (int at = 0; at < all.length; at += segment) {
                socket.bytes(Arrays.copyOfRange(all, at, Math.min(all.length, at + segment)));
            }
        } catch (IOException closedAlready) {
            // Then its code is what is looked at.
        }
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
