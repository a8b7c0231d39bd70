package org.deskbell.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a screen: cookies, pages and their forms. */
public final class WebSession {

    private final URI base;
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = Net.builder().cookieHandler(jar).build();

    public WebSession(URI base) {
        this.base = base;
    }

    /** One GET, redirects not followed. */
    public HttpResponse<String> get(String path, String... headers) {
        return exchange(request(path, headers).GET().build());
    }

    /** One POST of a form. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body, headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send("POST", path, type, body, headers);
    }

    /** One request of this method, redirects not followed; nothing comes with a DELETE, which Payara would refuse for that alone. */
    public HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        return exchange(
                method.equals("DELETE")
                        ? request.DELETE().build()
                        : request.header("Content-Type", type)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build());
    }

    /** Follows redirects inside this server, up to five. */
    public HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hop = 0; hop < 5 && last.statusCode() / 100 == 3; hop++) {
            last = get(last.uri()
                    .resolve(last.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return last;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(request.method() + " " + request.uri() + ": " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** Fills in the log-in form and sends it; fails the test if it does not get in. */
    public void logIn(String login, String password) {
        HttpResponse<String> answer = tryLogIn(login, password);
        if (!isInside()) {
            throw new AssertionError("log-in as " + login + " did not work: " + answer.statusCode() + " "
                    + answer.headers().map());
        }
    }

    /** Fills in the log-in form and sends it; returns the answer, whatever it is. */
    public HttpResponse<String> tryLogIn(String login, String password) {
        HttpResponse<String> page = follow(get("login"));
        Form form = Form.withPassword(page.body(), page.uri());
        return post(form.action().toString(), form.fill(login, password));
    }

    /** Presses "Log out". */
    public HttpResponse<String> tryLogOut() {
        return post("logout", Map.of());
    }

    /** Whether the inbox opens for this session. */
    public boolean isInside() {
        return get("console/inbox").statusCode() == 200;
    }

    /** The cookies as one header line. */
    public String cookies() {
        return jar.getCookieStore().get(base).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public List<HttpCookie> cookieList() {
        return jar.getCookieStore().get(base);
    }

    /** Plants a cookie as an attacker would. */
    public void plant(String name, String value) {
        try {
            jar.put(base, Map.of("Set-Cookie", List.of(name + "=" + value + "; Path=/")));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Opens a page and presses the button of this name, with these values in its form; fails where that is not taken. */
    public HttpResponse<String> press(String page, String button, Map<String, String> values) {
        URI address = base.resolve(page);
        String html = get(address.toString()).body();
        Form form = Form.with(button, html, address);
        Map<String, String> all = form.values(button);
        all.putAll(values);
        HttpResponse<String> answer = post(form.action().toString(), all);
        if (answer.statusCode() != 200 && answer.statusCode() != 302) throw new AssertionError(answer.body());
        return answer;
    }
}
