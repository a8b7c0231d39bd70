package org.deskbell.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What all clients of one test run share: threads, one HTTP client, and free ports. */
public final class Net {

    static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(2, daemon("tests-clock"));
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool(daemon("tests-http"));
    static final HttpClient CLIENT = client();

    private Net() {}

    static HttpClient client() {
        return builder().executor(WORKERS).build();
    }

    /** HTTP/1.1 as old proxies speak it, to anybody's certificate. */
    static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Tls.trusting())
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(null, work, name, 256 * 1024);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A port nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
