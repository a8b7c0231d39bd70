package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Form;
import org.deskbell.support.Frame;
import org.deskbell.support.HttpDoors;
import org.deskbell.support.PostOffice;
import org.deskbell.support.PushBrowser;
import org.deskbell.support.PushService;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S32: whatever can change something is tried as another site's page sends it, and without, with an empty and with a foreign secret. */
class S32CrossSiteIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DRAIN = "a-token-for-drains";
    private static final List<String[]> FOREIGN = List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"},
            new String[] {"Origin", "https://evil.example"},
            new String[] {"Origin", "null"},
            new String[] {"Origin", ""},
            new String[] {"Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin"});

    /** The servlets whose changes are tried here, and those that change nothing whatever is sent to them. */
    private static final Set<String> TRIED =
            Set.of("CarrierServlet", "Files", "Health", "LogOut", "PushDoor", "TranscriptMail");

    private static final Set<String> HARMLESS = Set.of("ErrorPage", "Expired", "ShopIdentity");

    private static ServerUnderTest server;
    private static PushService pushes;
    private static PostOffice post;

    @BeforeAll
    static void start() {
        pushes = new PushService();
        post = new PostOffice();
        server = ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .mail(post.port())
                .with("deskbell.push.subject", "mailto:desk@example.com")
                .with("deskbell.push.hosts", pushes.host())
                .with("deskbell.drain.token", DRAIN));
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        pushes.close();
        post.close();
    }

    @Test
    void everyServletThatMayChangeSomethingIsTriedHere() {
        Set<String> all = new TreeSet<>(TRIED);
        all.addAll(HARMLESS);
        assertThat(HttpDoors.changing()).isEqualTo(all);
    }

    @Test
    void nothingThatAnotherSitesPageSendsGetsPastTheDoorWhateverItsAddress() {
        WebSession session = inside(Demo.ADMINISTRATOR);
        Stream<String> servlets = HttpDoors.servlets().stream()
                .map(pattern -> pattern.replaceFirst("^/", "").replace("*", "x"));
        Stream<String> pages = HttpDoors.pages().stream().flatMap(page -> Stream.of(page, page + ".xhtml"));
        for (String path : Stream.concat(servlets, pages).toList()) {
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                for (String[] foreign : FOREIGN) {
                    assertThat(status(session, method, path, foreign))
                            .as("%s %s %s", method, path, List.of(foreign))
                            .isEqualTo(403);
                }
            }
        }
        assertThat(session.isInside()).isTrue();
    }

    @Test
    void aFormOfAnAgentIsTakenFromHisOwnPagesOnly() {
        WebSession ada = inside(Demo.ADMINISTRATOR);
        String department = "Department " + UUID.randomUUID();
        String page = "console/site?key=" + Demo.SITE;
        HttpResponse<String> opened = ada.get(page);
        Form form = Form.with("add", opened.body(), opened.uri());
        Map<String, String> fields = new LinkedHashMap<>(form.values("add"));
        fields.put("department", department);
        String action = form.action().toString();
        for (String[] foreign : FOREIGN) {
            assertThat(ada.post(action, fields, foreign).statusCode()).isEqualTo(403);
        }
        assertThat(inside(Demo.AGENT).post(action, fields).statusCode()).isEqualTo(403);
        assertThat(new WebSession(server.address()).post(action, fields).statusCode())
                .isEqualTo(401);
        assertThat(ada.get(page).body()).doesNotContain(department);
        assertThat(ada.post(action, fields, "Sec-Fetch-Site", "same-origin", "Origin", origin())
                        .statusCode())
                .isEqualTo(302);
        assertThat(ada.get(page).body()).contains(department);
    }

    @Test
    void theLogInStaysUntilItsOwnPageEndsIt() {
        WebSession victim = inside(Demo.AGENT);
        for (String[] foreign : FOREIGN) {
            for (String type : List.of(FORM, "text/plain", "multipart/form-data; boundary=x")) {
                assertThat(victim.post("logout", type, "", foreign).statusCode())
                        .isEqualTo(403);
            }
        }
        victim.get("logout");
        status(victim, "DELETE", "logout");
        new WebSession(server.address()).tryLogOut();
        WebSession empty = new WebSession(server.address());
        empty.plant("deskbell", "");
        empty.tryLogOut();
        inside(Demo.AGENT).tryLogOut();
        assertThat(victim.isInside()).isTrue();
        victim.post("logout", Map.of(), "Sec-Fetch-Site", "same-origin", "Origin", origin());
        assertThat(victim.isInside()).isFalse();
    }

    @Test
    void aBrowserIsCalledOnlyWhereItsAgentAskedOnHisOwnPage() {
        WebSession ben = inside(Demo.AGENT);
        WebSession chloe = inside(Demo.OTHER_AGENT);
        PushBrowser browser = pushes.browser();
        push(ben, browser, "keep", FOREIGN, 403);
        strangersPush(browser, "keep");
        ben.get("console/push?do=keep&endpoint=" + browser.endpoint());
        String body = "do=keep&endpoint=" + browser.endpoint();
        for (String type : List.of("text/plain", "application/json", "multipart/form-data; boundary=x")) {
            assertThat(ben.post("console/push", type, body).statusCode())
                    .as(type)
                    .isIn(400, 415, 422);
        }
        assertThat(tried(ben, browser)).isEqualTo("{\"sent\":false}");

        assertThat(ben.post("console/push", browser.asking("keep")).statusCode())
                .isEqualTo(204);
        push(ben, browser, "drop", FOREIGN, 403);
        strangersPush(browser, "drop");
        chloe.post("console/push", browser.asking("drop"));
        ben.get("console/push?do=drop&endpoint=" + browser.endpoint());
        assertThat(tried(ben, browser)).isEqualTo("{\"sent\":true}");

        assertThat(ben.post("console/push", browser.asking("drop")).statusCode())
                .isEqualTo(204);
        assertThat(tried(ben, browser)).isEqualTo("{\"sent\":false}");
    }

    private static void push(WebSession who, PushBrowser browser, String what, List<String[]> headers, int status) {
        for (String[] each : headers) {
            assertThat(who.post("console/push", browser.asking(what), each).statusCode())
                    .as("%s %s", what, List.of(each))
                    .isEqualTo(status);
        }
    }

    /** Nobody, and who shows a cookie that is empty or was never given out. */
    private static void strangersPush(PushBrowser browser, String what) {
        for (String cookie : new String[] {null, "", "null", "AAAAAAAAAAAAAAAAAAAAAAAA"}) {
            WebSession stranger = new WebSession(server.address());
            if (cookie != null) stranger.plant("deskbell", cookie);
            assertThat(stranger.post("console/push", browser.asking(what)).statusCode())
                    .as("%s by %s", what, cookie)
                    .isIn(401, 403);
        }
    }

    private static String tried(WebSession session, PushBrowser browser) {
        return Await.value("not too fast", () -> {
            HttpResponse<String> answer = session.post("console/push", browser.asking("test"));
            return answer.statusCode() == 429 ? null : answer.body();
        });
    }

    @Test
    void aFileIsTakenFromWhoShowsHisOwnSecret() {
        try (ChatClient visitor = visitor();
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String path = "files?site=" + Demo.SITE + "&conversation="
                    + visitor.sayAndWait("hello").text("conversation");
            String[] own = {"Authorization", "Bearer " + visitor.token()};
            for (String[] foreign : FOREIGN) {
                assertThat(nobody().post(path, "text/plain", "a file", join(own, foreign))
                                .statusCode())
                        .isEqualTo(403);
                assertThat(agent.session()
                                .post(path, "text/plain", "a file", foreign)
                                .statusCode())
                        .isEqualTo(403);
            }
            for (String[] none : List.of(
                    new String[] {},
                    new String[] {"Authorization", ""},
                    new String[] {"Authorization", "Bearer "},
                    new String[] {"Authorization", "Bearer " + "a".repeat(43)},
                    new String[] {"Authorization", visitor.token()},
                    new String[] {"Cookie", "deskbell="})) {
                assertThat(nobody().post(path, "text/plain", "a file", none).statusCode())
                        .as("%s", List.of(none))
                        .isEqualTo(404);
            }
            // A secret is asked for what it is worth, whatever cookies come with it.
            assertThat(agent.session()
                            .post(path, "text/plain", "a file", "Authorization", "Bearer x")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(nobody().post(path, "text/plain", "a file", own).statusCode())
                    .isEqualTo(201);
            assertThat(agent.session().post(path, "text/plain", "a file").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aConversationIsMailedOnlyWhereItsVisitorAsksForItWithHisOwnSecret() {
        String to = "lin-" + UUID.randomUUID() + "@example.com";
        try (ChatClient visitor = visitor();
                ChatClient other = visitor();
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            other.sayAndWait("another");
            agent.follow(conversation);
            agent.sayAndWait(conversation, "at your service");
            String path = "widget/transcript/mail?site=" + Demo.SITE + "&conversation=" + conversation;
            Map<String, String> order = Map.of("ref", ChatClient.ref(), "address", to);
            String[] own = {"Authorization", "Bearer " + visitor.token()};
            for (String[] foreign : FOREIGN) {
                assertThat(nobody().post(path, order, join(own, foreign)).statusCode())
                        .isEqualTo(403);
            }
            for (String[] none : List.of(
                    new String[] {},
                    new String[] {"Authorization", ""},
                    new String[] {"Authorization", "Bearer "},
                    new String[] {"Authorization", "Bearer " + other.token()})) {
                assertThat(nobody().post(path, order, none).statusCode())
                        .as("%s", List.of(none))
                        .isEqualTo(404);
                // An agent's log-in is not a visitor's secret.
                assertThat(agent.session().post(path, order, none).statusCode()).isEqualTo(404);
            }
            String asked = "&ref=" + ChatClient.ref() + "&address=" + to;
            nobody().get(path + asked, own);
            String ref = ChatClient.ref();
            assertThat(nobody().post(path, Map.of("ref", ref, "address", to), own)
                            .statusCode())
                    .isEqualTo(202);
            post.await(to, 1, server);
            assertThat(post.to(to)).hasSize(1);
        }
    }

    @Test
    void aLinkOverHttpIsOpenedAndUsedByItsOwnAgentOnly() {
        WebSession ben = inside(Demo.AGENT);
        WebSession chloe = inside(Demo.OTHER_AGENT);
        String json = "application/json";
        for (String[] foreign : FOREIGN) {
            assertThat(ben.post("carrier/desk", json, "", foreign).statusCode()).isEqualTo(403);
            assertThat(nobody().post("carrier/chat", json, "", foreign).statusCode())
                    .isEqualTo(403);
        }
        for (String type : List.of("text/plain", FORM, "multipart/form-data; boundary=x")) {
            assertThat(ben.post("carrier/desk", type, "").statusCode()).isEqualTo(415);
        }
        assertThat(ben.get("carrier/desk").statusCode()).isEqualTo(405);
        assertThat(nobody().post("carrier/desk", json, "").statusCode()).isEqualTo(401);

        HttpResponse<String> opened = ben.post("carrier/desk", json, "");
        assertThat(opened.statusCode()).isEqualTo(201);
        String link = Frame.read(opened.body()).get(0).text("link");
        String hello = "{\"type\":\"hello\"}";
        for (String[] none : List.of(
                new String[] {}, new String[] {"Deskbell-Link", ""}, new String[] {"Deskbell-Link", "a".repeat(32)})) {
            assertThat(ben.post("carrier/desk/up", json, hello, none).statusCode())
                    .as("%s", List.of(none))
                    .isEqualTo(410);
        }
        assertThat(nobody().post("carrier/chat/up", json, hello, "Deskbell-Link", link)
                        .statusCode())
                .isEqualTo(410);
        for (WebSession other : List.of(nobody(), chloe)) {
            for (String way : List.of("up", "down")) {
                assertThat(other.post("carrier/desk/" + way, json, hello, "Deskbell-Link", link)
                                .statusCode())
                        .isEqualTo(410);
            }
        }
        assertThat(ben.post("carrier/desk/up", json, hello, "Deskbell-Link", link)
                        .statusCode())
                .isEqualTo(204);
        assertThat(ben.post("carrier/desk/down", json, "", "Deskbell-Link", link)
                        .body())
                .contains("\"welcome\"", "\"Ben");
    }

    @Test
    void theServerIsTakenOutOfServiceByItsTokenOnly() {
        WebSession ada = inside(Demo.ADMINISTRATOR);
        String drain = "api/health/drain";
        String[] own = {"Authorization", "Bearer " + DRAIN};
        for (String method : List.of("POST", "DELETE")) {
            for (String[] foreign : FOREIGN) {
                assertThat(status(ada, method, drain, join(own, foreign))).isEqualTo(403);
            }
            for (String[] none : List.of(
                    new String[] {},
                    new String[] {"Authorization", ""},
                    new String[] {"Authorization", "Bearer "},
                    new String[] {"Authorization", "Bearer " + DRAIN + "x"},
                    new String[] {"Authorization", DRAIN})) {
                assertThat(status(ada, method, drain, none))
                        .as("%s %s", method, List.of(none))
                        .isEqualTo(403);
            }
        }
        assertThat(nobody().get(drain, own).body()).contains("in service");
    }

    private static WebSession nobody() {
        return new WebSession(server.address());
    }

    private static WebSession inside(String login) {
        WebSession session = new WebSession(server.address());
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    private static ChatClient visitor() {
        return ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
    }

    private static String origin() {
        return "http://" + server.address().getAuthority();
    }

    private static String[] join(String[] one, String[] other) {
        return Stream.of(one, other).flatMap(Stream::of).toArray(String[]::new);
    }

    private static int status(WebSession session, String method, String path, String... headers) {
        return session.send(method, path, FORM, "a=b", headers).statusCode();
    }
}
