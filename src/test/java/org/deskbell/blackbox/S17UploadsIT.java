package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S17: files that come though the site takes none, after the end, from who has to wait, or beyond what a conversation may hold. */
class S17UploadsIT {
    private static final byte[] SMALL = "hello".getBytes(StandardCharsets.US_ASCII);

    /** Two of them are more than a megabyte. */
    private static final byte[] LARGE = "x".repeat(600_000).getBytes(StandardCharsets.US_ASCII);

    private static ServerUnderTest server;
    private static House house;
    private static WebSession administrator;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().with("deskbell.flood.ban", 600));
        house = new House(server.address());
        administrator = house.administrator("files-" + UUID.randomUUID() + "@example.com");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whereTheSiteTakesNoneNobodysIsTaken() {
        String site = house.site();
        try (ChatClient visitor = visitor(site);
                DeskClient agent = agent()) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            FileCarrier his = FileCarrier.of(server.address(), site, visitor);
            FileCarrier desk = FileCarrier.of(server.address(), agent.session(), conversation);
            assertThat(his.bring("a.txt", SMALL).statusCode()).isEqualTo(201);
            allow(site, Map.of("filesOn", "false"));
            refused(his.bring("a.txt", SMALL), 403, "files-off");
            refused(desk.bring("a.txt", SMALL), 403, "files-off");
        }
    }

    @Test
    void aConversationHoldsNoMoreThanItsQuotaWhoeverBringsItAndHowever() {
        String site = house.site();
        allow(site, Map.of("megabytes", "1", "quota", "1"));
        try (ChatClient visitor = visitor(site);
                ChatClient neighbour = visitor(site);
                DeskClient agent = agent()) {
            FileCarrier his = FileCarrier.of(server.address(), site, visitor);
            // Before there is a conversation, what he has not said yet is counted.
            Frame first = his.told("first.txt", LARGE);
            refused(his.bring("second.txt", LARGE), 413, "quota");
            refused(his.bring("second.txt", streamed()), 413, "quota");

            String conversation = say(visitor, first).text("conversation");
            FileCarrier desk = FileCarrier.of(server.address(), agent.session(), conversation);
            refused(his.bring("second.txt", LARGE), 413, "quota");
            refused(his.bring("second.txt", streamed()), 413, "quota");
            refused(desk.bring("third.txt", LARGE), 413, "quota");
            refused(desk.bring("third.txt", streamed()), 413, "quota");
            assertThat(his.bring("small.txt", SMALL).statusCode()).isEqualTo(201);
            visitor.sayAndWait("text goes on");

            String another = neighbour.sayAndWait("hello").text("conversation");
            assertThat(FileCarrier.of(server.address(), agent.session(), another)
                            .bring("third.txt", LARGE)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void afterTheEndAFileIsSaidInWhatItOpensAndIsCountedThere() {
        String site = house.site();
        allow(site, Map.of("megabytes", "1", "quota", "1"));
        try (ChatClient visitor = visitor(site);
                DeskClient agent = agent()) {
            FileCarrier his = FileCarrier.of(server.address(), site, visitor);
            String ended = say(visitor, his.told("first.txt", LARGE)).text("conversation");
            agent.follow(ended);
            agent.awaitEntry(agent.ask("close", ended), "closed", ended);

            // What he says now begins another conversation, and that is empty.
            String next = say(visitor, his.told("second.txt", LARGE)).text("conversation");
            assertThat(next).isNotEqualTo(ended);
            refused(his.bring("third.txt", LARGE), 413, "quota");

            // An agent opens the ended one again by what he says; it is as full as it was.
            FileCarrier desk = FileCarrier.of(server.address(), agent.session(), ended);
            refused(desk.bring("fourth.txt", LARGE), 413, "quota");
            assertThat(desk.bring("small.txt", SMALL).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whoIsForgottenBringsNothingAnyMore() {
        try (ChatClient visitor = visitor(Demo.SITE)) {
            FileCarrier his = FileCarrier.of(server.address(), Demo.SITE, visitor);
            visitor.sayAndWait("hello");
            assertThat(his.bring("a.txt", SMALL).statusCode()).isEqualTo(201);
            visitor.doNotReconnect();
            visitor.send(Frame.of("forget", "ref", ChatClient.ref()));
            visitor.tape().await("forgotten");
            assertThat(his.bring("a.txt", SMALL).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoHasToWaitBecauseHeFloodedBringsNothingMeanwhile() {
        try (ChatClient flooder = visitor(Demo.SITE);
                ChatClient neighbour = visitor(Demo.SITE)) {
            FileCarrier his = FileCarrier.of(server.address(), Demo.SITE, flooder);
            assertThat(his.bring("a.txt", SMALL).statusCode()).isEqualTo(201);
            flooder.doNotReconnect();
            for (int i = 0; i < 400; i++) flooder.send(Frame.of("typing", "on", true));
            flooder.awaitEnd();
            HttpResponse<String> refused = his.bring("a.txt", SMALL);
            refused(refused, 429, "too-fast");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(FileCarrier.of(server.address(), Demo.SITE, neighbour)
                            .bring("a.txt", SMALL)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private static void allow(String site, Map<String, String> policy) {
        HttpResponse<String> answer = administrator.press("console/site?key=" + site, "allow", policy);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** Without a word beforehand of how long it is. */
    private static HttpRequest.BodyPublisher streamed() {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE));
    }

    private static Frame say(ChatClient visitor, Frame told) {
        Frame post = Frame.of("post", "ref", ChatClient.ref(), "text", "look")
                .with("files", Json.createArrayBuilder().add(told.text("id")).build());
        return visitor.sendAndWait(post, "posted");
    }

    private static void refused(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(FileCarrier.json(answer).text("reason")).isEqualTo(reason);
    }

    private static ChatClient visitor(String site) {
        return ChatClient.open(server.address(), site, Carrier.WEBSOCKET);
    }

    private static DeskClient agent() {
        return DeskClient.open(server.address(), Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET);
    }
}
