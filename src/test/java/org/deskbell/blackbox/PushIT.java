package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.House;
import org.deskbell.support.PushBrowser;
import org.deskbell.support.PushService;
import org.deskbell.support.PushService.Says;
import org.deskbell.support.PushService.Taken;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Agents who have no console open are called through the push service of their browser. */
@Execution(ExecutionMode.CONCURRENT)
class PushIT {
    private static final String SUBJECT = "mailto:desk@example.com";

    /** What stands in a try instead of a conversation. */
    private static final String TRY = "";

    private static PushService service;
    private static ServerUnderTest server;

    /** Somebody who has no console open and is called for everything: when he was, all others were. */
    private static PushBrowser witness;

    @BeforeAll
    static void begin() {
        service = new PushService();
        server = ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .with("deskbell.push.subject", SUBJECT)
                .with("deskbell.push.hosts", service.host())
                .with("deskbell.presence.grace", 0));
        settle();
        witness = subscribed(loggedIn(Demo.OTHER_AGENT));
    }

    /** What the sample agents have is let go some time after the start, and would call whoever is subscribed then: it is let go before. */
    private static void settle() {
        try (DeskClient watcher = new House(server.address()).agent("Wanda", server.address())) {
            for (String login : List.of(Demo.ADMINISTRATOR, Demo.AGENT, Demo.OTHER_AGENT)) {
                DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET)
                        .close();
            }
            Await.until("nobody has anything that is open", () -> watcher.inbox().values().stream()
                    .noneMatch(item -> item.has("owner") && !"closed".equals(item.text("status"))));
        }
    }

    @AfterAll
    static void end() {
        if (server != null) server.close();
        service.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoHasNoConsoleOpenIsToldWhoWaitsAndWhereAndNothingElse() {
        PushBrowser browser = subscribed(loggedIn(Demo.AGENT));
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("my secret plan").text("conversation");
            Taken taken = awaitOne(browser, conversation);
            assertThat(taken.header("TTL")).isEqualTo("14400");
            assertThat(taken.header("Urgency")).isEqualTo("high");
            assertThat(taken.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
            assertThat(taken.header("Content-Encoding")).isEqualTo("aes128gcm");
            assertThat(claims(taken)).contains("\"sub\":\"" + SUBJECT + "\"", "\"aud\":\"" + service.host() + "\"");
            String key = loggedIn(Demo.AGENT).get("console/push").body();
            assertThat(taken.header("Authorization")).contains("k=" + key.replaceAll(".*:\"|\"}", ""));
            assertThat(browser.isSigned(taken.header("Authorization"))).isTrue();
            JsonObject told = browser.read(taken.body());
            assertThat(told.getString("title")).startsWith("New conversation: Visitor ");
            assertThat(told.toString()).doesNotContain("secret plan");
            assertThat(told.getString("body")).isEqualTo("Fernweh");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void manyMessagesOfOneConversationCallOnceAMinute() {
        PushBrowser browser = subscribed(loggedIn(Demo.AGENT));
        try (ChatClient visitor = visitor();
                ChatClient other = visitor()) {
            String conversation = visitor.sayAndWait("one").text("conversation");
            for (int message = 2; message <= 10; message++) visitor.sayAndWait("and " + message);
            awaitOne(browser, conversation);
            awaitOne(browser, other.sayAndWait("me too").text("conversation"));
            assertThat(of(browser, conversation)).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoHasAConsoleOpenIsNotCalledAndWhoClosesItIs() {
        WebSession session = loggedIn(Demo.AGENT);
        PushBrowser browser = subscribed(session);
        try (ChatClient visitor = visitor();
                ChatClient later = visitor()) {
            try (DeskClient desk =
                    DeskClient.of(server.address(), session, Carrier.WEBSOCKET).start()) {
                String conversation = visitor.sayAndWait("hello").text("conversation");
                awaitOne(witness, conversation);
                assertThat(of(browser, conversation)).isEmpty();
                desk.follow(conversation);
                desk.awaitEntry(desk.ask("claim", conversation), "claimed", conversation);
            }
            // What he had waits again, and he is away: he is called for it as all the others are.
            String left = visitor.conversation();
            awaitOne(browser, left);
            awaitOne(browser, later.sayAndWait("anybody?").text("conversation"));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aBrowserThatItsPushServiceDoesNotKnowAnyMoreIsForgotten() {
        WebSession session = loggedIn(Demo.AGENT);
        PushBrowser browser = subscribed(session);
        service.answerAlways(browser, new Says(410, null, null));
        assertThat(tried(session, browser)).isEqualTo("{\"sent\":false}");
        assertThat(of(browser, TRY)).hasSize(1);
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            awaitOne(witness, conversation);
            assertThat(of(browser, conversation)).isEmpty();
        }
        assertThat(tried(session, browser)).isEqualTo("{\"sent\":false}");
        assertThat(of(browser, TRY)).hasSize(1);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsNotTakenNowIsTriedAgainWhenThePushServiceSays() {
        PushBrowser browser = subscribed(loggedIn(Demo.AGENT));
        service.answer(browser, new Says(503, "1", null), new Says(429, "0", null));
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            Await.until("three tries", () -> of(browser, conversation).size() == 3);
        }
        Await.until("it is counted", () -> loggedIn(Demo.AGENT)
                .get("health/metrics")
                .body()
                .contains("deskbell_pushes_total{result=\"failed\"}"));
        assertThat(server.log()).noneMatch(line -> line.contains(browser.endpoint()));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void noRedirectIsFollowed() {
        WebSession session = loggedIn(Demo.OTHER_AGENT);
        PushBrowser browser = subscribed(session);
        PushBrowser inside = service.browser();
        service.answerAlways(browser, new Says(307, null, inside.endpoint()));
        assertThat(tried(session, browser)).isEqualTo("{\"sent\":false}");
        assertThat(of(browser, TRY)).hasSize(1);
        assertThat(service.of(inside)).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsNoPushServiceIsNeverAsked() {
        WebSession session = loggedIn(Demo.AGENT);
        for (String endpoint : List.of(
                "http://fcm.googleapis.com/x",
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest",
                "https://fcm.googleapis.com@localhost/x",
                "https://fcm.googleapis.com.example.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://push.apple.com.evil.example/x",
                "file:///etc/passwd")) {
            HttpResponse<String> refused = session.post("console/push", new PushBrowser(endpoint).asking("keep"));
            assertThat(refused.statusCode()).as(endpoint).isEqualTo(422);
            assertThat(refused.body()).contains("\"reason\":\"unknown-push-service\"");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoLogsOutOfABrowserIsNotCalledThere() {
        WebSession session = loggedIn(Demo.AGENT);
        PushBrowser browser = subscribed(session);
        session.tryLogOut();
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            awaitOne(witness, conversation);
            assertThat(of(browser, conversation)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void itIsForAgentsAloneAndForNoOtherSitesPage() {
        PushBrowser browser = service.browser();
        HttpResponse<String> stranger = new WebSession(server.address()).post("console/push", browser.asking("keep"));
        assertThat(stranger.statusCode()).isGreaterThanOrEqualTo(300);
        HttpResponse<String> forged =
                loggedIn(Demo.AGENT).post("console/push", browser.asking("keep"), "Origin", "https://evil.example");
        assertThat(forged.statusCode()).isEqualTo(403);
        // Nor is another agent's browser switched off, or called, by who knows its address.
        WebSession other = loggedIn(Demo.OTHER_AGENT);
        PushBrowser his = subscribed(loggedIn(Demo.AGENT));
        assertThat(tried(other, his)).isEqualTo("{\"sent\":false}");
        other.post("console/push", his.asking("drop"));
        assertThat(tried(loggedIn(Demo.AGENT), his)).isEqualTo("{\"sent\":true}");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsHandedToADepartmentCallsNobodyOfAnother() {
        House house = new House(server.address());
        try (ChatClient visitor = visitor();
                ChatClient other = visitor();
                DeskClient ada =
                        DeskClient.open(server.address(), Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("where is my parcel?").text("conversation");
            awaitOne(witness, conversation);
            PushBrowser everywhere = gone(house.agent("Olga", server.address()), false);
            PushBrowser elsewhere = gone(house.agent("Nell", server.address()), true);
            String orders =
                    ada.tape().await("departments", frame -> frame.has("departments")).children("departments").stream()
                            .filter(each -> each.text("name").equals("Orders"))
                            .findFirst()
                            .orElseThrow()
                            .text("id");
            ada.follow(conversation);
            ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
            ada.awaitEntry(ada.handOn(conversation, "department", orders), "transferred", conversation);
            awaitOne(everywhere, conversation);
            awaitOne(elsewhere, other.sayAndWait("hello").text("conversation"));
            assertThat(of(elsewhere, conversation)).isEmpty();
        }
    }

    private static PushBrowser gone(DeskClient agent, boolean stationed) {
        try (agent) {
            if (stationed) new Stations(server.address()).put(agent.agent().text("id"), 1);
            return subscribed(agent.session());
        }
    }

    private static String tried(WebSession session, PushBrowser browser) {
        return Await.value("not too fast", () -> {
            HttpResponse<String> answer = session.post("console/push", browser.asking("test"));
            return answer.statusCode() == 429 ? null : answer.body();
        });
    }

    private static WebSession loggedIn(String login) {
        WebSession session = new WebSession(server.address());
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    private static PushBrowser subscribed(WebSession session) {
        PushBrowser browser = service.browser();
        HttpResponse<String> kept = session.post("console/push", browser.asking("keep"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(204);
        return browser;
    }

    private static ChatClient visitor() {
        return ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
    }

    private static Taken awaitOne(PushBrowser browser, String conversation) {
        Await.until(
                "a call for " + conversation, () -> !of(browser, conversation).isEmpty());
        return of(browser, conversation).get(0);
    }

    private static List<Taken> of(PushBrowser browser, String conversation) {
        return service.of(browser).stream()
                .filter(taken ->
                        browser.read(taken.body()).getString("conversation").equals(conversation))
                .toList();
    }

    private static String claims(Taken taken) {
        String token = taken.header("Authorization").replaceAll("vapid t=|,.*", "");
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
