package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskbell.protocol.AgentHello;
import org.deskbell.protocol.Begin;
import org.deskbell.protocol.FromAgent;
import org.deskbell.protocol.Keep;
import org.deskbell.protocol.ListBox;
import org.deskbell.protocol.Parting;
import org.deskbell.protocol.Ping;
import org.deskbell.protocol.Prefer;
import org.deskbell.protocol.Status;
import org.deskbell.protocol.Watch;
import org.deskbell.support.AgentFrames;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Form;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.HttpDoors;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * S14: every page, every servlet, every socket and every frame there is, found in the code, is tried by everybody: whoever adds one has to say here who
 * may use it. What {@code security.md} says of departments holds: an agent who works elsewhere only is not shut out of a conversation.
 */
class S14EveryDoorIT {
    private static final String NOT_THERE = "c-0000000000000000000000";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String STATE = "jakarta.faces.ViewState";
    private static final Pattern ANSWER = Pattern.compile("/console/answer\\?id=(\\d+)");

    private static final Pattern LABEL = Pattern.compile("/console/label\\?id=(\\d+)");

    private static final Set<String> FOR_EVERYBODY = Set.of("login");

    /** There only with a link that works: S18 and S19 try those. */
    private static final Set<String> BY_LINK = Set.of("setup", "invite");

    private static final Set<String> FOR_AGENTS =
            Set.of("console/inbox", "console/account", "console/answers", "console/answer");

    /** Frames in which no conversation is named, and whom they are about. */
    private static final Set<Class<?>> OF_HIMSELF =
            Set.of(AgentHello.class, Keep.class, Parting.class, Ping.class, Prefer.class, Status.class);

    private static final Set<Class<?>> LISTS = Set.of(ListBox.class, Watch.class);
    private static final Set<Class<?>> OF_A_VISITOR = Set.of(Begin.class);

    /** Who tries: in no department of the site, in another of it, in the one it is about. */
    private enum Role {
        NOBODY,
        ELSEWHERE,
        OTHER,
        MEMBER,
        ADMINISTRATOR
    }

    private static final Map<Role, DeskClient> DESKS = new EnumMap<>(Role.class);
    private static final URI SERVER = ServerUnderTest.shared();

    private static String site;
    private static ChatClient visitor;
    private static String conversation;
    private static String department;
    private static String file;

    @BeforeAll
    static void cast() {
        House house = new House(SERVER);
        Stations stations = new Stations(SERVER);
        site = house.site();
        String another = house.site();
        house.department(site, "Orders");
        house.department(site, "Repairs");
        house.department(another, "Abroad");
        desk(Role.ELSEWHERE, house.agent("Elsa", SERVER));
        desk(Role.OTHER, house.agent("Otto", SERVER));
        desk(Role.MEMBER, house.agent("Mia", SERVER));
        WebSession ines = house.administrator("ines-" + UUID.randomUUID() + "@example.com");
        desk(Role.ADMINISTRATOR, DeskClient.of(SERVER, ines, Carrier.WEBSOCKET).start());
        stations.putInto(id(Role.ELSEWHERE), another, "Abroad");
        stations.putInto(id(Role.OTHER), site, "Repairs");
        stations.putInto(id(Role.MEMBER), site, "Orders");
        DeskClient administrator = DESKS.get(Role.ADMINISTRATOR);
        department = administrator.department(site, "Orders");

        visitor = ChatClient.open(SERVER, site, Carrier.WEBSOCKET);
        file = FileCarrier.of(SERVER, site, visitor)
                .told("secret.txt", "secret of Orders".getBytes(StandardCharsets.US_ASCII))
                .text("id");
        conversation = say("secret of Orders").text("conversation");
        administrator.follow(conversation);
        administrator.awaitEntry(
                administrator.handOn(conversation, "department", department), "transferred", conversation);
        Await.until("the line to go", () -> !DESKS.get(Role.OTHER).inbox().containsKey(conversation));
    }

    private static void desk(Role role, DeskClient desk) {
        DESKS.put(role, desk);
    }

    private static Frame say(String text) {
        Frame post = Frame.of("post", "ref", ChatClient.ref(), "text", text)
                .with("files", Json.createArrayBuilder().add(file).build());
        visitor.send(post);
        return visitor.tape().await("posted", frame -> post.text("ref").equals(frame.text("ref")));
    }

    @AfterAll
    static void leave() {
        DESKS.values().forEach(DeskClient::close);
        if (visitor != null) visitor.close();
    }

    @Test
    void everyPageIsForThoseItIsFor() {
        Map<String, String> administration = administration();
        Set<String> all = new TreeSet<>(administration.keySet());
        Stream.of(FOR_EVERYBODY, BY_LINK, FOR_AGENTS).forEach(all::addAll);
        assertThat(HttpDoors.pages()).isEqualTo(all);

        for (Role role : Role.values()) {
            boolean nobody = role == Role.NOBODY;
            for (String page : FOR_EVERYBODY) tried(role, page, nobody ? 200 : 302, nobody ? 200 : 302);
            for (String page : BY_LINK) tried(role, page, 404, 404);
            for (String page : FOR_AGENTS) tried(role, page, nobody ? 302 : 200, nobody ? 401 : 200);
            boolean his = role == Role.ADMINISTRATOR;
            administration.forEach((page, query) ->
                    tried(role, page, query, nobody ? 302 : his ? 200 : 403, nobody ? 401 : his ? 200 : 403));
        }
    }

    @Test
    void noFormOfAdministrationIsTakenFromAnybodyElse() {
        administration().forEach((page, query) -> {
            HttpResponse<String> opened = session(Role.ADMINISTRATOR).get(page + query);
            if (!opened.body().contains(STATE)) return;
            Form form = Form.with(STATE, opened.body(), opened.uri());
            for (Role role : Role.values()) {
                if (role == Role.ADMINISTRATOR) continue;
                int refused = role == Role.NOBODY ? 401 : 403;
                for (String path : List.of(page, page + ".xhtml")) {
                    assertThat(session(role).post(path + query, form.values()).statusCode())
                            .as("%s: %s", role, path)
                            .isEqualTo(refused);
                }
            }
        });
    }

    /** Pages of administrators, with what they have to be asked for. */
    private static Map<String, String> administration() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String page : List.of("sites", "labels", "agents", "server")) pages.put("console/" + page, "");
        for (String page : List.of("site", "delete-site")) pages.put("console/" + page, "?key=" + site);
        for (String page : List.of("form", "hours", "mails")) pages.put("console/" + page, "?site=" + site);
        pages.put("console/department", "?site=" + site + "&id=" + department);
        pages.put("console/agent", "?id=" + id(Role.MEMBER));
        Matcher label =
                LABEL.matcher(session(Role.ADMINISTRATOR).get("console/labels").body());
        assertThat(label.find()).isTrue();
        pages.put("console/label", "?id=" + label.group(1));
        return pages;
    }

    private static void tried(Role role, String page, int get, int post) {
        tried(role, page, "", get, post);
    }

    private static void tried(Role role, String page, String query, int get, int post) {
        for (String path : List.of(page + query, page + ".xhtml" + query)) {
            HttpResponse<String> shown = session(role).get(path);
            assertThat(shown.statusCode()).as("%s: GET %s", role, path).isEqualTo(get);
            if (role == Role.NOBODY && get == 302)
                assertThat(shown.headers().firstValue("Location").orElse(""))
                        .as(path)
                        .contains("/login?next=");
            assertThat(session(role).post(path, FORM, "").statusCode())
                    .as("%s: POST %s", role, path)
                    .isEqualTo(post);
        }
    }

    @Test
    void anAnswerIsChangedByWhomItBelongsTo() {
        String own = answer(Role.MEMBER, "console/answer");
        String shared = answer(Role.ADMINISTRATOR, "console/answer?scope=shared");
        for (Role role : List.of(Role.ELSEWHERE, Role.OTHER, Role.MEMBER, Role.ADMINISTRATOR)) {
            assertThat(session(role).get("console/answer?id=" + own).statusCode())
                    .as("%s: his own", role)
                    .isEqualTo(role == Role.MEMBER ? 200 : 404);
            assertThat(session(role).get("console/answer?id=" + shared).statusCode())
                    .as("%s: everybody's", role)
                    .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 404);
        }
        assertThat(session(Role.OTHER).get("console/answers").body()).doesNotContain("?id=" + own + "\"");
    }

    /** Makes one and returns its id. */
    private static String answer(Role role, String page) {
        String title = "Answer " + UUID.randomUUID();
        Map<String, String> values = Map.of(
                "shortcut", "a" + UUID.randomUUID().toString().substring(0, 8), "title", title, "text", "Hello!");
        assertThat(session(role).press(page, "save", values).statusCode()).isEqualTo(302);
        String list = session(role).get("console/answers").body();
        Matcher link = ANSWER.matcher(list.substring(0, list.indexOf(title)));
        String last = null;
        while (link.find()) last = link.group(1);
        return last;
    }

    /** What each gets, in the order of the roles. */
    private record Try(String method, String path, int... each) {
        static Try all(String method, String path, int everybody) {
            return new Try(method, path, everybody, everybody, everybody, everybody, everybody);
        }

        static Try inside(String method, String path, int nobody, int agents) {
            return new Try(method, path, nobody, agents, agents, agents, agents);
        }
    }

    @Test
    void everyServletIsForThoseItIsFor() {
        Map<String, List<Try>> tries = servlets();
        assertThat(HttpDoors.servlets()).isEqualTo(new TreeSet<>(tries.keySet()));
        for (List<Try> each : tries.values()) {
            for (Try one : each) {
                for (Role role : Role.values()) {
                    HttpResponse<String> answer = send(session(role), one);
                    assertThat(answer.statusCode())
                            .as("%s: %s %s", role, one.method(), one.path())
                            .isEqualTo(one.each()[role.ordinal()]);
                    if (one.each()[role.ordinal()] == 404)
                        assertThat(answer.body()).doesNotContain("secret of Orders");
                }
            }
        }
    }

    private static HttpResponse<String> send(WebSession session, Try one) {
        if (one.method().equals("GET")) return session.get(one.path());
        String type = one.path().startsWith("carrier/") ? "application/json" : FORM;
        return session.send(one.method(), one.path(), type, "");
    }

    private static Map<String, List<Try>> servlets() {
        String ofSite = "?site=" + site;
        String here = "?conversation=" + conversation;
        String mine = ofSite + "&conversation=" + conversation;
        Map<String, List<Try>> tries = new LinkedHashMap<>();
        tries.put("", List.of(Try.all("GET", "", 302), Try.all("POST", "", 405)));
        tries.put("/console", List.of(Try.all("GET", "console", 302), Try.inside("POST", "console", 401, 405)));
        tries.put("/console/", List.of(Try.all("GET", "console/", 302), Try.inside("POST", "console/", 401, 405)));
        tries.put(
                "/console/transcript",
                List.of(
                        new Try("GET", "console/transcript" + here, 302, 200, 404, 200, 200),
                        Try.inside("GET", "console/transcript?conversation=" + NOT_THERE, 302, 404),
                        Try.inside("POST", "console/transcript" + here, 401, 405)));
        tries.put(
                "/console/viewer",
                List.of(
                        Try.inside("GET", "console/viewer" + ofSite, 302, 200),
                        Try.inside("POST", "console/viewer" + ofSite, 401, 405)));
        // Nothing is pushed by this server: S32 tries what changes something.
        tries.put(
                "/console/push",
                List.of(
                        Try.inside("GET", "console/push", 302, 204),
                        Try.inside("POST", "console/push?do=keep", 401, 404)));
        tries.put(
                "/files/*",
                List.of(
                        new Try("GET", "files/" + file, 404, 200, 404, 200, 200),
                        Try.all("GET", "files/AAAAAAAAAAAAAAAAAAAAAAAA", 404),
                        Try.all("POST", "files?conversation=" + NOT_THERE, 404),
                        // Who may is told that it is empty.
                        new Try("POST", "files" + here, 404, 400, 404, 400, 400)));
        tries.put(
                "/carrier/desk/*",
                List.of(Try.inside("POST", "carrier/desk", 401, 201), Try.inside("GET", "carrier/desk", 401, 405)));
        // A visitor is who shows his secret: nobody's log-in makes him one.
        tries.put(
                "/carrier/chat/*", List.of(Try.all("POST", "carrier/chat", 201), Try.all("GET", "carrier/chat", 405)));
        tries.put(
                "/widget/transcript",
                List.of(Try.all("GET", "widget/transcript" + mine, 404), Try.all("POST", "widget/transcript", 405)));
        tries.put("/widget/transcript/mail", List.of(Try.all("POST", "widget/transcript/mail" + mine, 404)));
        tries.put(
                "/widget/window",
                List.of(Try.all("GET", "widget/window" + ofSite, 200), Try.all("POST", "widget/window", 405)));
        tries.put(
                "/widget/deskbell.js",
                List.of(
                        Try.all("GET", "widget/deskbell.js" + ofSite, 200),
                        Try.all("POST", "widget/deskbell.js", 405)));
        // By address, not by role; stock servers keep the short one for themselves.
        tries.put(
                "/api/health/*",
                List.of(Try.all("GET", "api/health/live", 200), Try.all("POST", "api/health/live", 405)));
        tries.put("/health/*", List.of());
        tries.put("/error", List.of(Try.all("GET", "error", 404), Try.all("POST", "error", 404)));
        tries.put("/expired", List.of(Try.all("GET", "expired", 303), Try.all("POST", "expired", 303)));
        tries.put("/logout", List.of(Try.all("GET", "logout", 405)));
        tries.put(
                "/demo/identity", List.of(Try.all("GET", "demo/identity", 405), Try.all("POST", "demo/identity", 200)));
        return tries;
    }

    @Test
    void everySocketIsForThoseItIsFor() throws IOException {
        assertThat(HttpDoors.sockets()).containsExactly("/chat", "/desk");
        for (Role role : Role.values()) {
            assertThat(upgraded("/chat", role)).isEqualTo(101);
            assertThat(upgraded("/desk", role)).isEqualTo(role == Role.NOBODY ? 401 : 101);
        }
    }

    private static int upgraded(String path, Role role) throws IOException {
        List<String> headers =
                new ArrayList<>(List.of("Sec-WebSocket-Protocol: deskbell.v1", "Origin: " + RawSocket.origin(SERVER)));
        if (role != Role.NOBODY) headers.add("Cookie: " + session(role).cookies());
        try (RawSocket socket = RawSocket.upgrade(SERVER, path, headers.toArray(String[]::new))) {
            return socket.status();
        }
    }

    @Test
    void everyFrameIsForThoseItIsFor() {
        DeskClient other = DESKS.get(Role.OTHER);
        DeskClient administrator = DESKS.get(Role.ADMINISTRATOR);
        long before = administrator.transcript(conversation).after();
        int mark = other.tape().size();
        Map<Class<?>, List<JsonObject>> examples = AgentFrames.examples();
        for (Class<?> frame : FromAgent.class.getPermittedSubclasses()) {
            if (namesAConversation(frame)) {
                examples.get(frame).forEach(example -> alikeForWhoMayNotSee(other, example));
            } else {
                assertThat(Stream.of(OF_HIMSELF, LISTS, OF_A_VISITOR)
                                .filter(rule -> rule.contains(frame))
                                .count())
                        .as("rules for %s", frame.getSimpleName())
                        .isEqualTo(1);
            }
        }
        for (String box : List.of("unassigned", "all", "closed", "mine", "snoozed")) {
            int asked = other.tape().size();
            other.send(Frame.of("list", "box", box));
            other.tape().await(asked, "listed");
            asked = other.tape().size();
            other.send(Frame.of("list", "box", box, "before", conversation));
            other.tape().await(asked, "listed");
        }
        other.send(Frame.of("watch", "on", true));
        other.tape().await("onsite");
        String begun = other.refusalOf(
                Frame.of("begin", "visitor", visitor.visitor(), "ref", ChatClient.ref(), "text", "Hello?"));
        assertThat(begun).isIn("unknown-conversation", "unknown-visitor");
        other.send(Frame.of("watch", "on", false));

        assertThat(other.tape().since(mark).toString())
                .doesNotContain("secret of Orders", conversation + "\",\"site", visitor.visitor());
        for (Role role : List.of(Role.ELSEWHERE, Role.MEMBER, Role.ADMINISTRATOR)) {
            DeskClient desk = DESKS.get(role);
            desk.follow(conversation);
            desk.awaitText(conversation, "secret of Orders");
            desk.sendAndWait(
                    Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", "seen by " + role),
                    "noted");
        }
        administrator.awaitText(conversation, "secret of Orders");
        // Three notes, and nothing of what the other one tried.
        Await.until(
                () -> "three more entries than " + before + ": "
                        + administrator.transcript(conversation).after(),
                Await.PATIENCE,
                () -> administrator.transcript(conversation).after() == before + 3);
    }

    private static boolean namesAConversation(Class<?> frame) {
        return Stream.of(frame.getRecordComponents())
                .anyMatch(component -> component.getName().equals("conversation"));
    }

    /** What is closed to him is answered like what does not exist. */
    private static void alikeForWhoMayNotSee(DeskClient other, JsonObject example) {
        if (example.getString("type").equals("leave")) {
            other.send(Frame.of("leave", "conversation", conversation));
            return;
        }
        assertThat(answerTo(other, example, conversation))
                .as("%s", example)
                .isEqualTo(answerTo(other, example, NOT_THERE))
                .contains("unknown-conversation");
    }

    /** The refusal without what names the conversation and the request. */
    private static String answerTo(DeskClient who, JsonObject example, String about) {
        String type = example.getString("type");
        Frame frame = Frame.read(example.toString()).get(0).with("conversation", about);
        int mark = who.tape().size();
        who.send(example.containsKey("ref") ? frame.with("ref", ChatClient.ref()) : frame);
        Frame refused = who.tape()
                .await(mark, "refusal of " + type, each -> each.is("refused") && type.equals(each.text("of")));
        return refused.text("reason") + " " + refused.names().stream().sorted().toList();
    }

    private static WebSession session(Role role) {
        return role == Role.NOBODY ? new WebSession(SERVER) : DESKS.get(role).session();
    }

    private static String id(Role role) {
        return DESKS.get(role).agent().text("id");
    }
}
