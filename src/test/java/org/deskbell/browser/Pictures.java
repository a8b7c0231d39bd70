package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;

/** What of a page left the visitor's browser as its picture, taken from the wire and unpacked. */
final class Pictures {
    private final Page page;
    private final List<String> frames = new CopyOnWriteArrayList<>();

    Pictures(Page page) {
        this.page = page;
        page.onWebSocket(socket -> socket.onFrameSent(frame -> {
            if (frame.text() != null && frame.text().contains("\"about\":\"page\"")) {
                frames.add(frame.text());
            }
        }));
    }

    /** Of a visitor's page at this address, while an agent sees it, and there this text. */
    static Pictures seen(People people, Page page, String address, String text) {
        Pictures pictures = new Pictures(page);
        page.navigate(address);
        Help help = Help.between(new Widget(page).open(), people.agent(Demo.AGENT));
        help.ask("see").allow("see").sees(text);
        assertThat(page.locator("deskbell-assist .mark")).isVisible();
        page.evaluate("Deskbell.close()");
        return pictures;
    }

    Page page() {
        return page;
    }

    int count() {
        return frames.size();
    }

    /** Everything that was sent, as the JSON it was. */
    String text() {
        StringBuilder all = new StringBuilder();
        StringBuilder batch = new StringBuilder();
        for (String frame : frames) {
            JsonObject piece = read(frame);
            batch.append(piece.getString("data"));
            if (piece.getBoolean("more", false)) continue;
            all.append(inflate(batch.toString())).append('\n');
            batch.setLength(0);
        }
        return all.toString();
    }

    /** Waits until this has left. Events are taken from the browser while the page is asked something. */
    void await(String text) {
        Await.until("“" + text + "” in the picture", () -> {
            page.evaluate("1");
            return text().contains(text);
        });
    }

    private static JsonObject read(String frame) {
        try (JsonReader reader = Json.createReader(new StringReader(frame))) {
            return reader.readObject();
        }
    }

    private static String inflate(String text) {
        Inflater inflater = new Inflater(true);
        List<byte[]> parts = new ArrayList<>();
        int length = 0;
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(text));
            byte[] buffer = new byte[65_536];
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                parts.add(java.util.Arrays.copyOf(buffer, read));
                length += read;
            }
        } catch (DataFormatException broken) {
            throw new AssertionError("a batch cannot be unpacked", broken);
        } finally {
            inflater.end();
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return new String(whole, StandardCharsets.UTF_8);
    }
}
