package org.deskbell.support;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the first administrator the way a new owner does: by the link in the log. */
public final class FirstAdministrator {

    public static final String LOGIN = "owner@example.com";
    public static final String PASSWORD = "correct horse battery staple";

    private static final Pattern LINK = Pattern.compile("(setup\\?t=[A-Za-z0-9_-]+)");

    private FirstAdministrator() {}

    /** The path of the link the server has printed. */
    public static String link(ServerUnderTest server) {
        return Await.value("set-up link in the log", () -> server.log().stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, last) -> last)
                .orElse(null));
    }

    /** Uses the link and returns the answer to the form. */
    public static HttpResponse<String> use(ServerUnderTest server, String link) {
        WebSession session = new WebSession(server.address());
        HttpResponse<String> page = session.get(link);
        if (page.statusCode() != 200) {
            return page;
        }
        return send(session, page);
    }

    /** Fills in the set-up form and sends it. */
    public static HttpResponse<String> send(WebSession session, HttpResponse<String> page) {
        Form form = Form.withPassword(page.body(), page.uri());
        Map<String, String> values = form.values();
        values.put("name", "Olga Owner");
        values.put("login", LOGIN);
        values.put("password", PASSWORD);
        return session.post(form.action().toString(), values);
    }

    public static WebSession make(ServerUnderTest server) {
        use(server, link(server));
        WebSession session = new WebSession(server.address());
        session.logIn(LOGIN, PASSWORD);
        return session;
    }
}
