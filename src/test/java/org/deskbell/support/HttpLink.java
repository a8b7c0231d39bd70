package org.deskbell.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/** The protocol over plain HTTP: one poll for the way down, posts in order for the way up. */
final class HttpLink implements Link {

    private static final Duration POLL = Duration.ofSeconds(30);
    private static final int MOST_FRAMES = 32;
    private static final int MOST_CHARACTERS = 16_000;
    private static final Duration POST = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> headers;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private volatile String secret;

    private HttpLink(HttpClient client, URI address, Map<String, String> headers, Listener listener) {
        this.client = client;
        this.address = address;
        this.headers = headers;
        this.listener = listener;
    }

    static HttpLink dial(HttpClient client, URI address, Map<String, String> headers, Listener listener) {
        HttpLink link = new HttpLink(client, address, headers, listener);
        link.request("", "", POST, 201, body -> {
            link.secret = Frame.read(body).get(0).text("link");
            if (link.closed.get()) {
                return;
            }
            listener.opened(link);
            link.poll();
        });
        return link;
    }

    private void poll() {
        request("/down", "", POLL, 200, body -> {
            listener.text(this, body);
            if (!closed.get()) {
                poll();
            }
        });
    }

    @Override
    public synchronized void send(String text) {
        if (closed.get()) {
            return;
        }
        waiting.add(text);
        if (!sending) {
            pump();
        }
    }

    private synchronized void pump() {
        sending = !waiting.isEmpty();
        if (sending) {
            request("/up", next(), POST, 204, body -> pump());
        }
    }

    /** What has been said meanwhile goes joined, as the widget sends it; an array of a test's own goes as it is. */
    private String next() {
        String first = waiting.poll();
        if (first.startsWith("[")) {
            return first;
        }
        StringBuilder joined = new StringBuilder("[").append(first);
        for (int frames = 1; frames < MOST_FRAMES && fits(joined, waiting.peek()); frames++) {
            joined.append(',').append(waiting.poll());
        }
        return joined.append(']').toString();
    }

    private static boolean fits(StringBuilder joined, String next) {
        return next != null && next.startsWith("{") && joined.length() + next.length() < MOST_CHARACTERS;
    }

    private void request(
            String step, String body, Duration patience, int expected, java.util.function.Consumer<String> then) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + step))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (secret != null) {
            request.header("Deskbell-Link", secret);
        }
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).whenComplete((response, failure) -> {
            if (failure != null) {
                end(1006, String.valueOf(failure));
            } else if (response.statusCode() == expected) {
                then.accept(response.body());
            } else {
                end(response);
            }
        });
    }

    private void end(HttpResponse<String> response) {
        if (response.statusCode() == 410 && response.body().startsWith("{")) {
            Frame why = Frame.read(response.body()).get(0);
            end((int) why.number("code"), why.text("reason"));
        } else {
            end(1006, "HTTP " + response.statusCode());
        }
    }

    private void end(int code, String reason) {
        if (closed.compareAndSet(false, true)) {
            listener.closed(this, code, reason);
        }
    }

    /** There is no farewell in the HTTP carrier: the client stops polling. */
    @Override
    public void close() {
        end(1000, "closed by this client");
    }

    @Override
    public void abort() {
        closed.set(true);
    }
}
