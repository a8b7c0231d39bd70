package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation is handed on to a colleague or to a department. */
class TransferIT {
    private static ServerUnderTest server;

    private ChatClient visitor;
    private DeskClient ada;
    private DeskClient ben;
    private String conversation;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void adaHasAConversation() {
        visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
        ada = desk(Demo.ADMINISTRATOR);
        ben = desk(Demo.AGENT);
        conversation = visitor.sayAndWait("hello").text("conversation");
        ada.follow(conversation);
        ben.follow(conversation);
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
    }

    @AfterEach
    void everybodyLeaves() {
        for (AutoCloseable each : List.of(visitor, ada, ben)) {
            try {
                each.close();
            } catch (Exception gone) {
                throw new AssertionError(gone);
            }
        }
        new Stations(server.address()).put(idOf(ben));
    }

    @Test
    void aColleagueHasItAndTheVisitorSeesHimCome() {
        int mark = ada.handOn(conversation, "agent", idOf(ben));

        Frame entry = ada.awaitEntry(mark, "transferred", conversation);
        assertThat(entry.child("agent").text("name")).isEqualTo("Ben");
        assertThat(entry.child("by").text("name")).isEqualTo("Ada");
        Frame seen =
                visitor.tape().await("Ben", frame -> frame.is("claimed") && frame.number("seq") == entry.number("seq"));
        assertThat(seen.child("by").text("name")).isEqualTo("Ben");
        assertThat(visitor.tape().all().toString()).doesNotContain("transferred");
        ben.sayAndWait(conversation, "Ben here");
        visitor.awaitText("Ben here");
        assertThat(ada.awaitRefusal(ada.ask("release", conversation), "release"))
                .isEqualTo("not-yours");
    }

    @Test
    void inADepartmentItWaitsAndTheVisitorIsNotToldWhich() {
        ada.awaitEntry(
                ada.handOn(conversation, "department", ada.department(Demo.SITE, "Orders")),
                "transferred",
                conversation);

        Await.until(
                "the department in Ben's list",
                () -> ben.inbox().containsKey(conversation)
                        && "Orders"
                                .equals(ben.inbox()
                                        .get(conversation)
                                        .child("department")
                                        .text("name")));
        assertThat(ben.inbox().get(conversation).has("owner")).isFalse();
        assertThat(visitor.tape().await("released").text("why")).isEqualTo("transferred");
        visitor.sayAndWait("anybody?");
        assertThat(visitor.tape().all().toString()).doesNotContain("Orders");
        ben.awaitEntry(ben.ask("claim", conversation), "claimed", conversation);
    }

    @Test
    void aResumedVisitorReadsTheSameAsOneWhoWasThere() {
        ada.awaitEntry(
                ada.handOn(conversation, "department", ada.department(Demo.SITE, "Orders")),
                "transferred",
                conversation);
        ada.awaitEntry(ada.handOn(conversation, "agent", idOf(ben)), "transferred", conversation);
        try (ChatClient tab = visitor.tab(server.address())) {
            tab.start();
            tab.sayAndWait("again");
            assertThat(tab.transcript().entries())
                    .extracting(Frame::type)
                    .contains("claimed", "released")
                    .doesNotContain("transferred");
            assertThat(tab.tape().all().toString()).doesNotContain("Orders");
        }
    }

    @Test
    void aColleagueWhoIsNotThereGetsNothing() {
        int status = ben.tape().size();
        ben.send(Frame.of("status", "status", "away"));
        ben.tape().await(status, "status");
        assertThat(ada.awaitRefusal(ada.handOn(conversation, "agent", idOf(ben)), "transfer"))
                .isEqualTo("not-online");
        ben.send(Frame.of("status", "status", "online"));
        assertThat(ada.awaitRefusal(ada.handOn(conversation, "agent", "99999"), "transfer"))
                .isEqualTo("unknown-agent");
        assertThat(ada.awaitRefusal(ada.handOn(conversation, "department", "99999"), "transfer"))
                .isEqualTo("unknown-department");
        Await.until(
                "the line of the list says that it is Ada's",
                () -> ada.inbox().containsKey(conversation)
                        && ada.inbox().get(conversation).has("owner")
                        && ada.inbox()
                                .get(conversation)
                                .child("owner")
                                .text("name")
                                .equals("Ada"));
    }

    @Test
    void onlyWhoHasItHandsItOn() {
        assertThat(ben.awaitRefusal(ben.handOn(conversation, "agent", idOf(ben)), "transfer"))
                .isEqualTo("taken");
    }

    @Test
    void whoMayNotSeeItIsNotMentionedAndTheNoteSaysWhoIs() {
        ada.awaitEntry(
                ada.handOn(conversation, "department", ada.department(Demo.SITE, "Orders")),
                "transferred",
                conversation);
        assertThat(mentionBen()).hasSize(1);
        new Stations(server.address()).put(idOf(ben), 1);
        assertThat(mentionBen()).isNull();
    }

    /** Whom the note mentions by its acknowledgement. */
    private JsonArray mentionBen() {
        int mark = ada.tape().size();
        JsonArray his = Json.createArrayBuilder().add(idOf(ben)).build();
        ada.send(Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", "@Ben, look")
                .with("mentions", his));
        return ada.awaitEntry(mark, "noted", conversation).json().getJsonArray("mentions");
    }

    @Test
    void aColleagueOfAnotherDepartmentGetsNothing() {
        ada.awaitEntry(
                ada.handOn(conversation, "department", ada.department(Demo.SITE, "Orders")),
                "transferred",
                conversation);
        new Stations(server.address()).put(idOf(ben), 1);
        assertThat(ada.awaitRefusal(ada.handOn(conversation, "agent", idOf(ben)), "transfer"))
                .isEqualTo("not-in-department");
    }

    @Test
    void anAdministratorTakesOverAndTheVisitorSeesOnlyWhoAnswersNow() {
        ada.awaitEntry(ada.handOn(conversation, "agent", idOf(ben)), "transferred", conversation);
        int mark = ada.tape().size();
        int bens = ben.tape().size();
        takeOver(ada, ben);

        Frame entry = ada.awaitEntry(mark, "claimed", conversation);
        assertThat(entry.child("from").text("name")).isEqualTo("Ben");
        assertThat(ben.awaitEntry(bens, "claimed", conversation).child("from").text("id"))
                .isEqualTo(idOf(ben));
        Frame seen =
                visitor.tape().await("Ada", frame -> frame.is("claimed") && frame.number("seq") == entry.number("seq"));
        assertThat(seen.has("from")).isFalse();
        assertThat(ben.awaitRefusal(ben.ask("release", conversation), "release"))
                .isEqualTo("not-yours");
        ada.sayAndWait(conversation, "Ada again");
        visitor.awaitText("Ada again");

        ada.awaitEntry(ada.handOn(conversation, "agent", idOf(ben)), "transferred", conversation);
        ben.sayAndWait(conversation, "and Ben again");
    }

    @Test
    void aColleagueTakesOverOnlyFromWhoIsNotOnline() {
        assertThat(ben.awaitRefusal(takeOver(ben, ada), "claim")).isEqualTo("still-online");
        int status = ada.tape().size();
        ada.send(Frame.of("status", "status", "away"));
        ada.tape().await(status, "status");

        String ref = ChatClient.ref();
        Frame taken = ben.awaitEntry(takeOver(ben, ada, ref), "claimed", conversation);
        assertThat(taken.child("from").text("name")).isEqualTo("Ada");
        assertThat(ada.awaitRefusal(ada.ask("close", conversation), "close")).isEqualTo("taken");
        status = ada.tape().size();
        ada.send(Frame.of("status", "status", "online"));
        ada.tape().await(status, "status");
        // He has not got the answer, say: he gets it once more, although Ada is back.
        assertThat(ben.awaitEntry(takeOver(ben, ada, ref), "claimed", conversation)
                        .number("seq"))
                .isEqualTo(taken.number("seq"));
    }

    @Test
    void itIsTakenOverFromWhoHasItStill() {
        ada.awaitEntry(ada.handOn(conversation, "agent", idOf(ben)), "transferred", conversation);
        try (DeskClient chloe = desk(Demo.OTHER_AGENT)) {
            assertThat(ada.awaitRefusal(takeOver(ada, chloe), "claim")).isEqualTo("taken");
        }
    }

    /** @return where the answer is to be looked for */
    private int takeOver(DeskClient by, DeskClient from) {
        return takeOver(by, from, ChatClient.ref());
    }

    private int takeOver(DeskClient by, DeskClient from, String ref) {
        int mark = by.tape().size();
        by.send(Frame.of("claim", "conversation", conversation, "ref", ref, "from", idOf(from)));
        return mark;
    }

    @Test
    void theSameRefHandsOnOnce() {
        String ref = ChatClient.ref();
        Frame transfer = Frame.of("transfer", "conversation", conversation, "ref", ref, "agent", idOf(ben));
        int mark = ada.tape().size();
        ada.send(transfer);
        Frame first = ada.awaitEntry(mark, "transferred", conversation);
        int again = ada.tape().size();
        ada.send(transfer);
        assertThat(ada.awaitEntry(again, "transferred", conversation).number("seq"))
                .isEqualTo(first.number("seq"));
    }

    private static DeskClient desk(String login) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static String idOf(DeskClient desk) {
        return desk.agent().text("id");
    }
}
