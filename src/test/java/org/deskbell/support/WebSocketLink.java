package org.deskbell.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The protocol over a WebSocket of the JDK, which allows one outstanding send: further ones wait in line. */
final class WebSocketLink implements Link, WebSocket.Listener {

    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final StringBuilder partial = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean aborted;
    private CompletableFuture<?> line = CompletableFuture.completedFuture(null);

    private WebSocketLink(Listener listener) {
        this.listener = listener;
    }

    /** Starts connecting; the listener hears how it went. */
    static WebSocketLink dial(
            HttpClient client, URI address, Map<String, String> headers, String protocol, Listener listener) {
        WebSocketLink link = new WebSocketLink(listener);
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        headers.forEach(builder::header);
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        builder.buildAsync(address, link).exceptionally(failure -> {
            link.end(1006, reason(failure));
            return null;
        });
        return link;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return "HTTP " + refused.getResponse().statusCode();
        }
        return String.valueOf(cause);
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (aborted) {
            opened.abort();
            return;
        }
        listener.opened(this);
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            listener.text(this, text);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        end(1003, "binary from the server");
        from.abort();
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(1006, String.valueOf(error));
    }

    private void end(int code, String reason) {
        if (closed.compareAndSet(false, true)) {
            listener.closed(this, code, reason);
        }
    }

    @Override
    public synchronized void send(String text) {
        WebSocket to = socket;
        if (to == null || closed.get()) {
            return;
        }
        line = line.handle((done, failed) -> null)
                .thenCompose(ready -> to.sendText(text, true))
                .exceptionally(failure -> {
                    // The goodbye that explains it may have been received and not yet been heard.
                    Net.CLOCK.schedule(() -> end(1006, String.valueOf(failure)), 5, TimeUnit.SECONDS);
                    return null;
                });
    }

    @Override
    public synchronized void close() {
        WebSocket to = socket;
        if (to == null) {
            abort();
            return;
        }
        line = line.handle((done, failed) -> null)
                .thenCompose(ready -> to.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                .exceptionally(failure -> null);
        end(1000, "closed by this client");
    }

    @Override
    public void abort() {
        aborted = true;
        closed.set(true);
        WebSocket to = socket;
        if (to != null) {
            to.abort();
        }
    }
}
