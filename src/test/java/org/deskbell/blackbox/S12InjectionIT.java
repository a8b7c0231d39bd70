package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Form;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S12: queries and expressions in whatever is looked up, searched, sorted or kept, on PostgreSQL. What they are to find is never found, what they are to
 * delay (for longer than any request here waits) is not delayed, and what is kept comes back as it was.
 */
class S12InjectionIT {
    private static final String CANARY = "canary-" + UUID.randomUUID();

    private static ServerUnderTest server;
    private static House house;
    private static WebSession administrator;
    private static WebSession ben;
    private static ChatClient owner;
    private static String conversation;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().store(Postgres.database()));
        house = new House(server.address());
        administrator = house.administrator(CANARY + "@example.com");
        ben = new WebSession(server.address());
        ben.logIn(Demo.AGENT, Demo.PASSWORD);
        owner = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
        conversation = owner.sayAndWait(CANARY).text("conversation");
    }

    @AfterAll
    static void stop() {
        if (owner != null) owner.close();
        server.close();
    }

    static List<String> payloads() {
        return List.of(
                "' or '1'='1",
                "x' or 1=1 --",
                "1 or 1=1",
                "0) or (1=1",
                "x') or ('1'='1",
                "\" or \"\"=\"",
                "%",
                "_%",
                "*",
                "' || (select pg_sleep(120))::text || '",
                "1; select pg_sleep(120); --",
                "'; drop table agent; --",
                "' union select password from agent --",
                "c.changedAt desc, (select pg_sleep(120))",
                "{\"$ne\":null}",
                "#{1+1}",
                "${jndi:ldap://127.0.0.1/x}",
                "\\' or 1=1 --",
                ":site or 1=1");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noAddressFindsWhatIsNotNamedInIt(String payload) {
        String attack = encode(payload);
        String token = owner.token();
        for (String path : List.of("widget/window?site=", "widget/deskbell.js?site=", "console/viewer?site=")) {
            alike(administrator, path, attack);
        }
        for (String path : List.of(
                "console/site?key=",
                "console/delete-site?key=",
                "console/form?site=",
                "console/hours?site=",
                "console/mails?site=",
                "console/agent?id=",
                "console/answer?id=",
                "console/label?id=",
                "console/department?site=demo&id=",
                "console/transcript?conversation=",
                "invite?t=",
                "setup?t=")) {
            alike(administrator, path, attack);
        }
        // Payara itself answers a path in which one of these is hidden.
        if (!payload.contains("/") && !payload.contains("\\")) alike(administrator, "files/", attack);
        String[] his = {"Authorization", "Bearer " + token};
        alike(ben, "widget/transcript?conversation=" + conversation + "&site=", attack, his);
        alike(ben, "widget/transcript?site=demo&conversation=", attack, his);
        assertThat(ben.get("widget/transcript?site=demo&conversation=" + conversation, his)
                        .body())
                .contains(CANARY);
        assertThat(FileCarrier.visitor(server.address(), attack, token)
                        .bring("a.txt", new byte[] {'a'})
                        .statusCode())
                .isEqualTo(404);
        assertThat(new WebSession(server.address())
                        .tryLogIn(payload, Demo.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    /** It is answered like another one that there is none of, and nothing of anybody's is in it. */
    private static void alike(WebSession who, String path, String attack, String... headers) {
        HttpResponse<String> attacked = who.get(path + attack, headers);
        assertThat(attacked.statusCode())
                .as(path)
                .isEqualTo(who.get(path + "987654321", headers).statusCode());
        assertThat(attacked.statusCode()).as(path).isIn(400, 404);
        assertThat(attacked.body()).as(path).doesNotContain(CANARY, "Exception:", "SQL");
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aSearchFindsWhatItSaysLiterally(String payload) {
        assertThat(found("console/agents", payload)).as(payload).isZero();
        assertThat(found("console/answers", payload)).as(payload).isZero();
        assertThat(found("console/agents", CANARY)).isEqualTo(1);
    }

    /** How many lines the list of this page has after this was typed into its search. */
    private static int found(String page, String search) {
        String list = page.substring(page.indexOf('/') + 1);
        Map<String, String> asked = Map.of(
                "search", search,
                "jakarta.faces.source", "search",
                "jakarta.faces.behavior.event", "input",
                "jakarta.faces.partial.event", "input",
                "jakarta.faces.partial.execute", "search");
        String lines = partial(page, list, asked);
        return lines.split("data-ri=", -1).length - 1;
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aListIsSortedByItsColumnsOnly(String payload) {
        Map<String, String> sorted = Map.of(
                "jakarta.faces.source", "agents",
                "jakarta.faces.partial.execute", "agents",
                "agents_sorting", "true",
                "agents_sortKey", payload,
                "agents_sortDir", payload);
        String answer = partial("console/agents", "agents", sorted);
        assertThat(answer).doesNotContain("Exception:", "SQL");
        assertThat(administrator.get("console/agents").body()).contains(CANARY);
    }

    private static String partial(String page, String list, Map<String, String> asked) {
        HttpResponse<String> opened = administrator.get(page);
        Form form = Form.with("search", opened.body(), opened.uri());
        Map<String, String> fields = new LinkedHashMap<>(form.values());
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.partial.render", list);
        fields.putAll(asked);
        HttpResponse<String> answer =
                administrator.post(form.action().toString(), fields, "Faces-Request", "partial/ajax");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void noFrameFindsWhatIsNotNamedInIt(String payload) {
        for (Frame attack : List.of(
                Frame.of("list", "box", payload),
                Frame.of("open", "conversation", payload),
                Frame.of("claim", "conversation", payload, "ref", ChatClient.ref()),
                Frame.of("begin", "visitor", payload, "ref", ChatClient.ref(), "text", "Hello?"),
                Frame.of("prefer", "ref", ChatClient.ref(), "name", payload, "choice", "dark"))) {
            try (DeskClient desk = desk()) {
                String reason = desk.refusalOf(attack);
                assertThat(reason).as("%s", attack).matches("malformed|unknown-[a-z]+|bad-[a-z]+");
            }
        }
        try (DeskClient desk = desk()) {
            desk.follow(conversation);
            int mark = desk.tape().size();
            for (Frame attack : List.of(
                    Frame.of("earlier", "conversation", conversation, "before", payload),
                    Frame.of("transfer", "conversation", conversation, "ref", ChatClient.ref(), "department", payload),
                    Frame.of(
                            "label",
                            "conversation",
                            conversation,
                            "ref",
                            ChatClient.ref(),
                            "label",
                            payload,
                            "on",
                            true))) {
                desk.send(attack);
                String reason = desk.tape()
                        .await(
                                mark,
                                "refusal",
                                frame -> frame.is("refused") && attack.type().equals(frame.text("of")))
                        .text("reason");
                assertThat(reason).as("%s", attack).matches("malformed|unknown-[a-z]+");
            }
        }
        try (ChatClient stranger = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)
                .withToken(payload)
                .start()) {
            // A secret nobody has makes a new visitor, who sees nothing of the others.
            assertThat(stranger.visitor()).isNotEqualTo(owner.visitor());
            assertThat(stranger.tape().all().toString()).doesNotContain(CANARY);
        }
    }

    private static DeskClient desk() {
        return DeskClient.of(server.address(), ben, Carrier.WEBSOCKET).start();
    }

    @Test
    void whatIsKeptComesBackAsItWas() {
        JsonObject all = payloads().stream()
                .collect(
                        Json::createObjectBuilder,
                        (object, payload) -> object.add("a" + Math.abs(payload.hashCode()), payload),
                        (one, other) -> one.addAll(other))
                .build();
        try (ChatClient visitor = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)
                        .saying(hello -> hello.with("attributes", all).with("about", all))
                        .start();
                DeskClient desk = desk()) {
            String mine = visitor.sayAndWait("hello").text("conversation");
            for (String payload : payloads()) visitor.sayAndWait(payload);
            int mark = desk.tape().size();
            desk.follow(mine);
            Frame card = desk.awaitEntry(mark, "opened", mine).child("visitor");
            all.forEach((name, value) -> {
                String kept = ((jakarta.json.JsonString) value).getString();
                assertThat(card.child("attributes").text(name)).isEqualTo(kept);
                assertThat(card.child("about").text(name)).isEqualTo(kept);
            });
            for (String payload : payloads()) desk.awaitText(mine, payload);
        }
        String site = house.site();
        for (String payload : payloads()) house.department(site, payload);
        try (DeskClient desk = desk()) {
            for (String payload : payloads())
                assertThat(desk.department(site, payload)).isNotBlank();
        }
        assertThat(administrator.get("console/agents").body()).contains(CANARY, Demo.AGENT);
    }

    private static String encode(String payload) {
        return URLEncoder.encode(payload, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
