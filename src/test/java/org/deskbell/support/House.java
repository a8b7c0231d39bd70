package org.deskbell.support;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sites and agents of a test's own, made and set up by the administrator on the pages. */
public final class House {
    private static final Pattern LINK = Pattern.compile("id=\"link\">([^<]+)</pre>");

    private final URI server;
    private final WebSession administrator;

    public House(URI server) {
        this.server = server;
        administrator = new WebSession(server);
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    /** A new site, on which a message after the end begins another conversation; its key. */
    public String site() {
        String key = "site-" + UUID.randomUUID().toString().substring(0, 12);
        Map<String, String> values = Map.of("name", "Site " + key, "key", key, "origins", "", "reopens", "false");
        save("console/site", "save", values);
        return key;
    }

    /** Whether agents see who looks around on this site. */
    public void list(String site, boolean on) {
        save("console/site?key=" + site, "save", Map.of("listsVisitors", Boolean.toString(on)));
    }

    /** Whether agents see what a visitor of this site writes before he sends it. */
    public void showUnsent(String site, boolean on) {
        save("console/form?site=" + site, "save", Map.of("unsent", Boolean.toString(on)));
    }

    public void department(String site, String name) {
        save("console/site?key=" + site, "add", Map.of("department", name));
    }

    /** Where new conversations begin that nobody sends anywhere else. */
    public void begin(String site, String department) {
        String path = "console/site?key=" + site;
        HttpResponse<String> page = administrator.get(path);
        String chosen = Form.with("enter", page.body(), page.uri()).option("entrance", department);
        save(path, "enter", Map.of("entrance", chosen));
    }

    /** Asks which department it is for before the first message, with this label. */
    public void askForDepartment(String site, String label) {
        HttpResponse<String> page = administrator.press("console/form?site=" + site, "add-department", Map.of());
        Form form = Form.with("save", page.body(), page.uri());
        Map<String, String> values = form.values("save");
        values.put("q:0:label", label);
        HttpResponse<String> answer = administrator.post(form.action().toString(), values);
        if (answer.statusCode() != 302) throw new AssertionError("not saved: " + answer.body());
    }

    /** The languages the agent answers in, as somebody types them. */
    public void speak(DeskClient agent, String languages) {
        save("console/agent?id=" + agent.agent().text("id"), "speak", Map.of("spoken", languages));
    }

    /** @param way pick, turns or load */
    public void give(String site, String way, boolean sticky) {
        String page = "console/site?key=" + site;
        save(page, "give", Map.of("way", way, "sticky", Boolean.toString(sticky)));
    }

    /** Agents pick; what they leave goes where {@code fate} says: queue, keep or give. */
    public void part(String site, String fate) {
        save("console/site?key=" + site, "give", Map.of("way", "pick", "fate", fate));
    }

    /** In turns; who does not open one within so many seconds loses it again. */
    public void offer(String site, int seconds) {
        Map<String, String> values = Map.of("way", "turns", "timed", "true", "seconds", Integer.toString(seconds));
        save("console/site?key=" + site, "give", values);
    }

    /** Ends conversations in which the visitor does not answer for so many minutes. */
    public void giveUp(String site, int minutes, String message) {
        Map<String, String> values = Map.of("ends", "true", "patience", Integer.toString(minutes), "farewell", message);
        save("console/site?key=" + site, "wait", values);
    }

    /** Tells agents by mail of what nobody has looked at for so many minutes. */
    public void remind(String site, int minutes) {
        save("console/site?key=" + site, "remind", Map.of("sends", "true", "unread", Integer.toString(minutes)));
    }

    /** How many open conversations the agent may be given. */
    public void hold(DeskClient agent, int conversations) {
        String page = "console/agent?id=" + agent.agent().text("id");
        save(page, "hold", Map.of("capacity", Integer.toString(conversations)));
    }

    /** He cannot log in any more, and is logged out everywhere. */
    public void disable(DeskClient agent) {
        save("console/agent?id=" + agent.agent().text("id"), "disable", Map.of());
    }

    /** Invites an agent who chooses his password and comes to his desk at this server. */
    public DeskClient agent(String name, URI at) {
        String login = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com";
        invite(name, login, "agent");
        return DeskClient.open(at, login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    /** Another administrator with this log-in name, logged in. */
    public WebSession administrator(String login) {
        invite("Ines", login, "administrator");
        WebSession session = new WebSession(server);
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    private void invite(String name, String login, String role) {
        HttpResponse<String> made =
                administrator.press("console/agents", "send", Map.of("name", name, "login", login, "role", role));
        Matcher link = LINK.matcher(made.body());
        if (!link.find()) throw new AssertionError("no link in " + made.body());
        WebSession invited = new WebSession(server);
        HttpResponse<String> page = invited.get(link.group(1).replace("&amp;", "&"));
        Form form = Form.withPassword(page.body(), page.uri());
        HttpResponse<String> taken = invited.post(form.action().toString(), form.fill(login, Demo.PASSWORD));
        if (taken.statusCode() != 302) throw new AssertionError("not invited: " + taken.body());
    }

    private void save(String page, String button, Map<String, String> values) {
        HttpResponse<String> answer = administrator.press(page, button, values);
        if (answer.statusCode() != 302) throw new AssertionError("not saved: " + answer.body());
    }
}
