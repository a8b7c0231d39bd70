package org.deskbell.browser;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.deskbell.support.Await;

/** What a page has told the other end of a call by the socket, taken from the wire. */
final class Signals {
    private final Page page;
    private final List<JsonObject> sent = new CopyOnWriteArrayList<>();

    Signals(Page page) {
        this.page = page;
        page.onWebSocket(socket -> socket.onFrameSent(frame -> {
            if (frame.text() != null && frame.text().contains("\"about\":\"call\"")) {
                sent.add(read(read(frame.text()).getString("data")));
            }
        }));
    }

    Page page() {
        return page;
    }

    /** Waits until the browser has no more ways to offer, and gives those it has offered: candidates, as they are in signals and descriptions. */
    List<String> ways() {
        Await.until("all candidates", () -> {
            page.evaluate("1");
            return sent.stream().anyMatch(signal -> signal.containsKey("candidate") && signal.isNull("candidate"));
        });
        return sent.stream().flatMap(Signals::ways).toList();
    }

    private static Stream<String> ways(JsonObject signal) {
        if (signal.containsKey("description")) {
            return signal.getJsonObject("description")
                    .getString("sdp")
                    .lines()
                    .filter(line -> line.startsWith("a=candidate:"));
        }
        return signal.containsKey("candidate") && !signal.isNull("candidate")
                ? Stream.of(signal.getJsonObject("candidate").getString("candidate"))
                : Stream.of();
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
