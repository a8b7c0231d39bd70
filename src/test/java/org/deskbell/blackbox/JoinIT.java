package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent comes into a conversation beside its owner, and leaves it again. */
class JoinIT {
    private static ServerUnderTest server;
    private static House house;

    private final List<AutoCloseable> clients = new ArrayList<>();
    private ChatClient visitor;
    private DeskClient ada;
    private DeskClient ben;
    private String conversation;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().with("deskbell.presence.grace", 2));
        house = new House(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void adaHasAConversation() {
        visitor = kept(ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET));
        ada = desk(Demo.ADMINISTRATOR);
        ben = desk(Demo.AGENT);
        conversation = visitor.sayAndWait("hello").text("conversation");
        ada.follow(conversation);
        ben.follow(conversation);
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : clients) each.close();
    }

    @Test
    void bothSpeakAndTheVisitorSeesWho() {
        assertThat(ben.refusalOf(post("too early"))).isEqualTo("taken");
        Frame joined = join(ben);
        assertThat(joined.child("by").text("name")).isEqualTo("Ben");
        ben.sayAndWait(conversation, "Ben here");
        ada.sayAndWait(conversation, "and Ada");
        visitor.awaitText("and Ada");

        assertThat(visitor.transcript().entries().stream()
                        .filter(entry -> !entry.is("marked"))
                        .map(entry -> entry.type() + " " + entry.child("by").text("name")))
                .endsWith("claimed Ada", "joined Ben", "posted Ben", "posted Ada");
        Await.until("Ben beside Ada in her list", () -> beside(ada).equals(List.of("Ben")));
        assertThat(ada.inbox().get(conversation).child("owner").text("name")).isEqualTo("Ada");
        assertThat(ben.refusalOf(of("close"))).isEqualTo("taken");
        assertThat(ben.refusalOf(of("release"))).isEqualTo("not-yours");
    }

    @Test
    void whoLeftIsToldSoAndTheVisitorToo() {
        join(ben);
        leave(ben);
        assertThat(ben.refusalOf(post("too late"))).isEqualTo("taken");
        assertThat(visitor.tape().await("left").child("by").text("name")).isEqualTo("Ben");
        Await.until("nobody beside Ada", () -> beside(ada).isEmpty());
        // Once more is no news.
        int mark = ben.tape().size();
        ben.send(joining(false));
        ben.tape().await(mark, "live");
        assertThat(ben.transcript(conversation).entries())
                .filteredOn(entry -> entry.is("left"))
                .hasSize(1);
    }

    @Test
    void itIsAmongHisOwn() {
        // Ben may still be in those of other tests.
        DeskClient dan = kept(house.agent("Dan", server.address()));
        dan.follow(conversation);
        join(dan);
        dan.tape().await("one that he joined", frame -> frame.is("inbox") && counts(frame, dan));
        int mark = dan.tape().size();
        dan.send(Frame.of("list", "box", "mine"));
        assertThat(dan.tape().await(mark, "listed").toString()).contains(conversation);
        int frames = dan.tape().size();
        leave(dan);
        dan.tape().await(frames, "none that he joined", frame -> frame.is("inbox") && !counts(frame, dan));
    }

    private static boolean counts(Frame inbox, DeskClient agent) {
        Frame counters = inbox.child("counters");
        return counters.has("joined") && counters.child("joined").has(idOf(agent));
    }

    @Test
    void theSameRefJoinsOnce() {
        Frame asked = joining(true);
        int mark = ben.tape().size();
        ben.send(asked);
        Frame first = ben.awaitEntry(mark, "joined", conversation);
        leave(ben);
        int again = ben.tape().size();
        ben.send(asked);
        assertThat(ben.awaitEntry(again, "joined", conversation).number("seq")).isEqualTo(first.number("seq"));
        assertThat(ben.refusalOf(post("not in it"))).isEqualTo("taken");
    }

    @Test
    void whoMayNotSeeItDoesNotJoinIt() {
        String orders = ada.department(Demo.SITE, "Orders");
        ada.awaitEntry(ada.handOn(conversation, "department", orders), "transferred", conversation);
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
        Stations stations = new Stations(server.address());
        int mark = ben.tape().size();
        stations.put(idOf(ben), 1);
        try {
            assertThat(ben.awaitRefusal(mark, "open")).isEqualTo("unknown-conversation");
            assertThat(ben.refusalOf(joining(true))).isEqualTo("unknown-conversation");
        } finally {
            stations.put(idOf(ben));
        }
    }

    @Test
    void whoLeavesTheDepartmentHasLeftWhatHeJoinedThere() {
        String orders = ada.department(Demo.SITE, "Orders");
        ada.awaitEntry(ada.handOn(conversation, "department", orders), "transferred", conversation);
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
        join(ben);
        Stations stations = new Stations(server.address());
        stations.put(idOf(ben), 1);
        try {
            assertThat(visitor.tape().await("left").child("by").text("name")).isEqualTo("Ben");
            Await.until("nobody beside Ada", () -> beside(ada).isEmpty());
        } finally {
            stations.put(idOf(ben));
        }
    }

    @Test
    void thereIsRoomForFourAndOfTwoAtOnceOneIsRefused() {
        List<DeskClient> others = Stream.of("Dan", "Eve", "Fay", "Gil")
                .map(name -> kept(house.agent(name, server.address())))
                .toList();
        others.forEach(each -> each.follow(conversation));
        join(ben);
        join(others.get(0));
        join(others.get(1));
        List<DeskClient> last = others.subList(2, 4);
        List<Integer> marks = last.stream().map(each -> each.tape().size()).toList();
        last.forEach(each -> each.send(joining(true)));
        List<String> answers = Stream.of(0, 1)
                .map(i -> last.get(i)
                        .tape()
                        .await(
                                marks.get(i),
                                "an answer",
                                frame -> frame.is("refused")
                                        || frame.is("joined")
                                                && frame.child("by").text("id").equals(idOf(last.get(i))))
                        .type())
                .toList();
        assertThat(answers).containsExactlyInAnyOrder("joined", "refused");
        Await.until("four beside Ada", () -> beside(ada).size() == 4);
        leave(ben);
        join(last.get(answers.indexOf("refused")));
    }

    @Test
    void handedOnItStaysWithThoseWhoAreInItAndClosedItHasNobody() {
        DeskClient chloe = desk(Demo.OTHER_AGENT);
        chloe.follow(conversation);
        join(ben);
        join(chloe);
        ada.awaitEntry(ada.handOn(conversation, "agent", idOf(ben)), "transferred", conversation);
        Await.until("Chloe beside Ben", () -> beside(ben).equals(List.of("Chloe")));
        chloe.sayAndWait(conversation, "Chloe is still here");
        assertThat(ada.refusalOf(post("Ada is not"))).isEqualTo("taken");

        ben.awaitEntry(ben.ask("close", conversation), "closed", conversation);
        assertThat(chloe.refusalOf(joining(true))).isEqualTo("not-open");
        visitor.sayAndWait("one more thing");
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
        assertThat(chloe.refusalOf(post("Chloe is not in it any more"))).isEqualTo("taken");
        Await.until("nobody beside Ada", () -> beside(ada).isEmpty());
    }

    @Test
    void whereTheOwnerDropsOutWhoJoinedGoesOn() {
        join(ben);
        ada.close();
        Frame given = ben.tape().await("transferred");
        assertThat(given.child("agent").text("name")).isEqualTo("Ben");
        ben.sayAndWait(conversation, "I am still here");
        visitor.awaitText("I am still here");
        assertThat(visitor.tape().all("released")).isEmpty();
        Await.until(
                "it is Ben's alone",
                () -> beside(ben).isEmpty() && ben.inbox().get(conversation).has("owner"));
        assertThat(ben.inbox().get(conversation).child("owner").text("name")).isEqualTo("Ben");
    }

    @Test
    void whoJoinedAndDropsOutHasLeft() {
        join(ben);
        ben.close();
        assertThat(visitor.tape().await("left").child("by").text("name")).isEqualTo("Ben");
        Await.until("nobody beside Ada", () -> beside(ada).isEmpty());
        assertThat(ada.inbox().get(conversation).child("owner").text("name")).isEqualTo("Ada");
    }

    @Test
    void whoIsDisabledHasLeft() {
        DeskClient dan = kept(house.agent("Dan", server.address()));
        dan.follow(conversation);
        join(ben);
        join(dan);
        dan.doNotReconnect();
        house.disable(dan);
        assertThat(visitor.tape().await("left").child("by").text("name")).isEqualTo("Dan");
        Await.until("Ben alone beside Ada", () -> beside(ada).equals(List.of("Ben")));
        assertThat(ada.inbox().get(conversation).child("owner").text("name")).isEqualTo("Ada");
    }

    @Test
    void theTranscriptSaysWhoJoinedAndLeft() {
        join(ben);
        leave(ben);
        String said = ada.session()
                .get("console/transcript?format=text&language=en&conversation=" + conversation)
                .body();
        assertThat(said).contains("Ben has joined the chat", "Ben has left the chat");
    }

    private Frame join(DeskClient agent) {
        int mark = agent.tape().size();
        agent.send(joining(true));
        return agent.tape()
                .await(
                        mark,
                        "joined",
                        frame -> frame.is("joined")
                                && frame.child("by").text("id").equals(idOf(agent)));
    }

    private void leave(DeskClient agent) {
        int mark = agent.tape().size();
        agent.send(joining(false));
        agent.awaitEntry(mark, "left", conversation);
    }

    private Frame joining(boolean on) {
        return of("join").with("on", on);
    }

    private Frame post(String text) {
        return of("post").with("text", text);
    }

    private Frame of(String type) {
        return Frame.of(type, "conversation", conversation, "ref", ChatClient.ref());
    }

    /** The names of those who are beside the owner in this one's list. */
    private List<String> beside(DeskClient reader) {
        Frame line = reader.inbox().get(conversation);
        if (line == null || !line.has("joined")) return List.of();
        return line.children("joined").stream().map(each -> each.text("name")).toList();
    }

    private DeskClient desk(String login) {
        return kept(DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET));
    }

    private <T extends AutoCloseable> T kept(T client) {
        clients.add(client);
        return client;
    }

    private static String idOf(DeskClient desk) {
        return desk.agent().text("id");
    }
}
