package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChaosProxyTest {

    private final AtomicLong heard = new AtomicLong();
    private ServerSocket echo;
    private ChaosProxy proxy;
    private volatile boolean mute;

    @BeforeEach
    void startAnEchoServer() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Net.daemon("echo")
                .newThread(() -> {
                    while (!echo.isClosed()) {
                        try {
                            Socket client = echo.accept();
                            Net.daemon("echo-line")
                                    .newThread(() -> answer(client))
                                    .start();
                        } catch (IOException closing) {
                            return;
                        }
                    }
                })
                .start();
        proxy = new ChaosProxy(URI.create("http://localhost:" + echo.getLocalPort() + "/"), 1);
    }

    private void answer(Socket client) {
        try (client;
                InputStream in = client.getInputStream()) {
            byte[] piece = new byte[1024];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                heard.addAndGet(length);
                if (!mute) client.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException over) {
            // The test has ended this connection.
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void fairWeatherPassesEverything() throws IOException {
        try (Socket client = dial()) {
            assertThat(exchange(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void delayHoldsEveryPieceBack() throws IOException {
        proxy.delay(Duration.ofMillis(60), Duration.ZERO);
        try (Socket client = dial()) {
            long start = System.nanoTime();
            exchange(client, "hello");
            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Duration.ofMillis(115).toNanos());
        }
    }

    @Test
    void whatIsLostComesWhenItIsSentAgain() throws IOException {
        proxy.lose(0.5);
        try (Socket client = dial()) {
            long start = System.nanoTime();
            for (int i = 0; i < 6; i++)
                assertThat(exchange(client, "hello" + i)).isEqualTo("hello" + i);
            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void throttleLimitsTheRate() throws IOException {
        proxy.throttle(10_000);
        try (Socket client = dial()) {
            long start = System.nanoTime();
            exchange(client, "x".repeat(1000));
            assertThat(System.nanoTime() - start)
                    .isGreaterThan(Duration.ofMillis(190).toNanos());
        }
    }

    @Test
    void aBlackHoleSwallowsWithoutAWordAndStaysDeadAfterHealing() throws IOException {
        try (Socket client = dial()) {
            exchange(client, "hello");
            proxy.blackhole();
            client.getOutputStream().write('x');
            client.setSoTimeout(200);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            client.getOutputStream().write('y');
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(heard.get()).isEqualTo(5);
        }
        try (Socket next = dial()) {
            assertThat(exchange(next, "again")).isEqualTo("again");
        }
    }

    @Test
    void cutEndsInOrderAndResetDoesNot() throws IOException {
        try (Socket client = dial()) {
            exchange(client, "hello");
            proxy.cutAll();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket client = dial()) {
            exchange(client, "hello");
            proxy.resetAll();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aLineCanBreakInTheMiddleOfAMessage() throws IOException {
        proxy.cutWithin(100);
        try (Socket client = dial()) {
            assertThatThrownBy(() -> exchange(client, "x".repeat(1000))).isInstanceOf(IOException.class);
        }
        assertThat(heard.get()).isLessThanOrEqualTo(100);
    }

    @Test
    void theSameSeedCutsAtTheSamePlace() throws IOException {
        // With bytes on the way back, the end of one direction takes away some of what the other was about to pass.
        mute = true;
        assertThat(cutAt(7)).isEqualTo(cutAt(7)).isPositive().isNotEqualTo(cutAt(8));
    }

    private long cutAt(long seed) throws IOException {
        try (ChaosProxy seeded = new ChaosProxy(URI.create("http://localhost:" + echo.getLocalPort() + "/"), seed)) {
            seeded.cutWithin(10_000);
            try (Socket client = new Socket("localhost", seeded.address().getPort())) {
                client.setSoTimeout(5_000);
                client.getOutputStream().write(new byte[20_000]);
                client.getInputStream().readAllBytes();
            } catch (SocketException reset) {
                // As ordered.
            }
            Await.until("the end of the line", () -> seeded.accepted() == 1 && seeded.open() == 0);
            return seeded.passed();
        }
    }

    @Test
    void refusingMeansNoConnection() throws IOException {
        proxy.refuse();
        try (Socket client = dial()) {
            assertThatThrownBy(() -> exchange(client, "hello")).isInstanceOf(IOException.class);
        } catch (SocketException refused) {
            assertThat(proxy.accepted()).isPositive();
        }
    }

    @Test
    void halfCloseLeavesTheWayDownOpen() throws IOException {
        try (Socket client = dial()) {
            client.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            Await.until("the echo server hears it", () -> heard.get() == 5);
            proxy.halfCloseAll();
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hello");
        }
    }

    @Test
    void anUpgradeIsRefusedAndPlainHttpPasses() throws IOException {
        proxy.refuseUpgrade();
        try (RawSocket socket = RawSocket.upgrade(proxy.address(), "/chat")) {
            assertThat(socket.status()).isEqualTo(403);
        }
        try (Socket client = dial()) {
            assertThat(exchange(client, "GET / HTTP/1.1\r\n\r\n")).startsWith("GET /");
        }
    }

    @Test
    void aRepeatedConnectionReachesTheServerTwice() throws IOException {
        proxy.repeatConnections();
        try (Socket client = dial()) {
            assertThat(exchange(client, "hello")).isEqualTo("hello");
            Await.until("the second copy", () -> heard.get() == 10);
        }
    }

    private Socket dial() throws IOException {
        Socket client = new Socket("localhost", proxy.address().getPort());
        client.setSoTimeout(10_000);
        client.setTcpNoDelay(true);
        return client;
    }

    private static String exchange(Socket client, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        client.getOutputStream().write(bytes);
        byte[] back = client.getInputStream().readNBytes(bytes.length);
        if (back.length < bytes.length) {
            throw new IOException("cut after " + back.length + " bytes");
        }
        return new String(back, StandardCharsets.UTF_8);
    }
}
