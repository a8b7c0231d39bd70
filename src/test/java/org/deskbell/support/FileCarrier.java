package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Brings files to a server and fetches them, as a visitor or an agent, the way protocol.md says. */
public final class FileCarrier {
    private static final HttpClient CLIENT = Net.builder().build();

    private final URI base;
    private final String query;
    private final String header;
    private final String value;

    private FileCarrier(URI base, String query, String header, String value) {
        this.base = base;
        this.query = query;
        this.header = header;
        this.value = value;
    }

    public static FileCarrier of(URI base, String site, ChatClient visitor) {
        return visitor(base, site, visitor.token());
    }

    public static FileCarrier visitor(URI base, String site, String token) {
        return new FileCarrier(base, "?site=" + site, "Authorization", "Bearer " + token);
    }

    public static FileCarrier of(URI base, WebSession session, String conversation) {
        return new FileCarrier(base, "?conversation=" + conversation, "Cookie", session.cookies());
    }

    public static FileCarrier nobody(URI base) {
        return new FileCarrier(base, "?site=" + Demo.SITE, "Accept", "*/*");
    }

    public HttpResponse<String> bring(String name, byte[] bytes, String... headers) {
        return bring(name, HttpRequest.BodyPublishers.ofByteArray(bytes), headers);
    }

    public HttpResponse<String> bring(String name, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("files" + query))
                .timeout(Duration.ofSeconds(60))
                .header(header, value)
                .header("Content-Type", "application/octet-stream")
                .header(
                        "Deskbell-Name",
                        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .POST(body);
        if (headers.length > 0) request.headers(headers);
        return exchange(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Brings it and returns what the server says of it; fails where it is not taken. */
    public Frame told(String name, byte[] bytes) {
        HttpResponse<String> answer = bring(name, bytes);
        if (answer.statusCode() != 201) throw new AssertionError(answer.statusCode() + " " + answer.body());
        return json(answer);
    }

    public HttpResponse<byte[]> fetch(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("files/" + path + query))
                .timeout(Duration.ofSeconds(60))
                .header(header, value)
                .build();
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    public static Frame json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return new Frame(reader.readObject());
        }
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException failed) {
            throw new AssertionError(request.method() + " " + request.uri() + ": " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
