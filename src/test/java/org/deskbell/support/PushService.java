package org.deskbell.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** What a browser's maker runs (RFC 8030), as far as a sender sees it: takes what comes, or says no as it is told to. */
public final class PushService implements AutoCloseable {
    /** One request to it. */
    public record Taken(String path, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @param retryAfter or null */
    public record Says(int status, String retryAfter, String location) {}

    private final HttpServer server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Says>> answers = new ConcurrentHashMap<>();
    private final Map<String, Says> always = new ConcurrentHashMap<>();

    public PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setExecutor(Executors.newCachedThreadPool(Net.daemon("push-service")));
            server.createContext("/", this::take);
            server.start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        taken.add(new Taken(
                path, exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        Queue<Says> next = answers.get(path);
        Says says = next == null || next.isEmpty() ? always.getOrDefault(path, new Says(201, null, null)) : next.poll();
        if (says.retryAfter() != null) exchange.getResponseHeaders().add("Retry-After", says.retryAfter());
        if (says.location() != null) exchange.getResponseHeaders().add("Location", says.location());
        exchange.sendResponseHeaders(says.status(), -1);
        exchange.close();
    }

    /** As {@code deskbell.push.hosts} names it. */
    public String host() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A browser that nobody else has. */
    public PushBrowser browser() {
        return new PushBrowser(host() + "/push/" + UUID.randomUUID());
    }

    public void answer(PushBrowser browser, Says... next) {
        answers.put(browser.path(), new ConcurrentLinkedQueue<>(List.of(next)));
    }

    /** Whatever comes for this browser is answered so. */
    public void answerAlways(PushBrowser browser, Says says) {
        always.put(browser.path(), says);
    }

    /** All that came for this browser so far. */
    public List<Taken> of(PushBrowser browser) {
        return of(browser.path());
    }

    public List<Taken> of(String path) {
        return taken.stream().filter(each -> each.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
