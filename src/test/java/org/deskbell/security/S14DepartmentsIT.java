package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deskbell.support.AgentFrames;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S14: an agent of one department tries every frame there is on a conversation of another. */
class S14DepartmentsIT {
    private static final String NOT_THERE = "c-0000000000000000000000";

    private static ServerUnderTest server;
    private static DeskClient ada;
    private static DeskClient stranger;
    private static String orders;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy());
        ada = desk(Demo.ADMINISTRATOR);
        stranger = desk(Demo.AGENT);
        new Stations(server.address()).put(stranger.agent().text("id"), 1);
        orders = ada.department(Demo.SITE, "Orders");
    }

    @AfterAll
    static void stop() {
        ada.close();
        stranger.close();
        server.close();
    }

    @Test
    void everyFrameOnAConversationOfAnotherDepartmentIsAnsweredAsIfThereWereNone() {
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("secret of Orders").text("conversation");
            // Open on his screen while it was everybody's.
            stranger.follow(conversation);
            int mark = stranger.tape().size();
            handOn(conversation);
            assertThat(stranger.awaitRefusal(mark, "open")).isEqualTo("unknown-conversation");
            Await.until("the line to go", () -> !stranger.inbox().containsKey(conversation));
            long before = ada.transcript(conversation).after();

            for (List<JsonObject> examples : AgentFrames.examples().values()) {
                JsonObject example = examples.get(0);
                if (!example.containsKey("conversation")
                        || example.getString("type").equals("leave")) continue;
                assertThat(answerTo(example, conversation))
                        .as(example.getString("type"))
                        .isEqualTo(answerTo(example, NOT_THERE));
            }

            visitor.sayAndWait("still there?");
            ada.awaitText(conversation, "still there?");
            assertThat(ada.transcript(conversation).after()).as("entries").isEqualTo(before + 1);
            assertThat(stranger.tape().since(mark).toString()).doesNotContain("still there?");
        }
    }

    @Test
    void listsCountersAndCardsShowOnlyWhatHeMaySee() {
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("list of Orders").text("conversation");
            ada.follow(conversation);
            handOn(conversation);
            ada.awaitEntry(ada.ask("close", conversation), "closed", conversation);
            visitor.sayAndWait("another of Orders");
            for (String box : List.of("unassigned", "all", "closed", "mine")) {
                int mark = stranger.tape().size();
                stranger.send(Frame.of("list", "box", box));
                assertThat(stranger.tape().await(mark, "listed").toString())
                        .as(box)
                        .doesNotContain(conversation);
                stranger.send(Frame.of("list", "box", box, "before", conversation));
            }
            try (DeskClient fresh = desk(Demo.AGENT)) {
                Frame whole = fresh.tape().await("inbox");
                assertThat(whole.toString()).doesNotContain("of Orders");
                assertThat(whole.child("counters").number("all"))
                        .isLessThan(ada.tape()
                                .all("inbox")
                                .get(ada.tape().all("inbox").size() - 1)
                                .child("counters")
                                .number("all"));
            }
        }
    }

    @Test
    void filesAndTheTranscriptOfAnotherDepartmentAreNotThereForHim() {
        byte[] secret = "secret of Orders".getBytes(StandardCharsets.US_ASCII);
        try (ChatClient visitor = visitor()) {
            String conversation = visitor.sayAndWait("here it is").text("conversation");
            String file = FileCarrier.of(server.address(), Demo.SITE, visitor)
                    .told("secret.txt", secret)
                    .text("id");
            String ref = ChatClient.ref();
            visitor.send(Frame.of("post", "ref", ref, "text", "")
                    .with("files", Json.createArrayBuilder().add(file).build()));
            visitor.tape().await("posted", frame -> ref.equals(frame.text("ref")));
            FileCarrier his = FileCarrier.of(server.address(), stranger.session(), conversation);
            String transcript = "console/transcript?conversation=" + conversation;
            assertThat(his.fetch(file).body()).isEqualTo(secret);
            assertThat(stranger.session().get(transcript).body()).contains("here it is");

            handOn(conversation);

            Await.until("the file to be gone", () -> his.fetch(file).statusCode() == 404);
            assertThat(his.fetch(file).body())
                    .isEqualTo(his.fetch("AAAAAAAAAAAAAAAAAAAAAAAA").body());
            assertThat(his.bring("a.txt", secret).statusCode()).isEqualTo(404);
            HttpResponse<String> refused = stranger.session().get(transcript);
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.body())
                    .isEqualTo(stranger.session()
                            .get("console/transcript?conversation=" + NOT_THERE)
                            .body());
            assertThat(FileCarrier.of(server.address(), ada.session(), conversation)
                            .fetch(file)
                            .body())
                    .isEqualTo(secret);
        }
    }

    @Test
    void whoLeavesADepartmentLosesWhatHeHasOfItToTheQueue() {
        try (ChatClient visitor = visitor();
                DeskClient chloe = desk(Demo.OTHER_AGENT)) {
            Stations stations = new Stations(server.address());
            String conversation = visitor.sayAndWait("chloe's own").text("conversation");
            chloe.follow(conversation);
            chloe.awaitEntry(chloe.handOn(conversation, "department", orders), "transferred", conversation);
            chloe.awaitEntry(chloe.ask("claim", conversation), "claimed", conversation);
            int mark = chloe.tape().size();

            stations.put(chloe.agent().text("id"), 1);

            assertThat(chloe.awaitRefusal(mark, "open")).isEqualTo("unknown-conversation");
            assertThat(visitor.tape().await("released").text("why")).isIn("transferred", "left-department");
            Await.until(
                    "nobody has it",
                    () -> ada.inbox().containsKey(conversation)
                            && !ada.inbox().get(conversation).has("owner"));
            Await.until("the line to go", () -> !chloe.inbox().containsKey(conversation));

            stations.put(chloe.agent().text("id"));
            Await.until("the line to come back", () -> chloe.inbox().containsKey(conversation));
        }
    }

    @Test
    void whoLooksAroundIsSeenAndSpokenToOnlyByThoseWhoWorkThere() {
        House house = new House(server.address());
        String elsewhere = house.site();
        house.department(elsewhere, "Abroad");
        house.list(elsewhere, true);
        house.list(Demo.SITE, true);
        for (DeskClient desk : List.of(ada, stranger)) desk.send(Frame.of("watch", "on", true));
        try (ChatClient abroad = looking(elsewhere);
                ChatClient here = looking(Demo.SITE)) {
            for (ChatClient each : List.of(abroad, here)) awaitListed(ada, each);
            awaitListed(stranger, here);
            assertThat(stranger.tape().all("onsite").toString()).doesNotContain(abroad.visitor(), elsewhere);
            assertThat(begin(abroad)).isEqualTo("unknown-visitor");

            String conversation = here.sayAndWait("secret of Orders").text("conversation");
            int mark = stranger.tape().size();
            handOn(conversation);
            stranger.tape().await(mark, "him gone", frame -> frame.words("gone").contains(here.visitor()));
            assertThat(begin(here)).isEqualTo("unknown-conversation");
            try (DeskClient fresh = desk(Demo.AGENT)) {
                fresh.send(Frame.of("watch", "on", true));
                assertThat(fresh.tape().await("onsite").toString()).doesNotContain(here.visitor(), abroad.visitor());
            }
        }
        house.list(Demo.SITE, false);
    }

    private static ChatClient looking(String site) {
        return ChatClient.of(server.address(), site, Carrier.WEBSOCKET)
                .saying(hello -> hello.with("page", ChatClient.page("https://shop.example/", "Shop")))
                .start();
    }

    private static void awaitListed(DeskClient desk, ChatClient visitor) {
        desk.tape()
                .await(
                        "him in the list",
                        frame -> frame.is("onsite")
                                && frame.children("items").stream()
                                        .anyMatch(one -> one.text("id").equals(visitor.visitor())));
    }

    private static String begin(ChatClient whom) {
        int mark = stranger.tape().size();
        stranger.send(Frame.of("begin", "visitor", whom.visitor(), "ref", ChatClient.ref(), "text", "Hello?"));
        return stranger.awaitRefusal(mark, "begin");
    }

    private static void handOn(String conversation) {
        ada.follow(conversation);
        ada.awaitEntry(ada.handOn(conversation, "department", orders), "transferred", conversation);
    }

    /** The refusal without what names the conversation and the request. */
    private static String answerTo(JsonObject example, String conversation) {
        String type = example.getString("type");
        Frame frame = Frame.read(example.toString()).get(0).with("conversation", conversation);
        int mark = stranger.tape().size();
        stranger.send(example.containsKey("ref") ? frame.with("ref", ChatClient.ref()) : frame);
        Frame refused = stranger.tape()
                .await(mark, "refusal of " + type, each -> each.is("refused") && type.equals(each.text("of")));
        return refused.text("reason") + " " + refused.names().stream().sorted().toList();
    }

    private static ChatClient visitor() {
        return ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
    }

    private static DeskClient desk(String login) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }
}
