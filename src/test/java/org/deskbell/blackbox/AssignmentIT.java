package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Waiting conversations of a site are given to agents. Each test has a site and agents of its own, and nobody else is online. */
@Execution(ExecutionMode.CONCURRENT)
class AssignmentIT {
    /** Longer than it takes to look around once more. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static ServerUnderTest server;
    private static House house;

    private final List<DeskClient> desks = new ArrayList<>();
    private final List<ChatClient> visitors = new ArrayList<>();
    private String site;

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
    void aSite() {
        site = house.site();
    }

    /** Nobody who lingers is given what the next test waits for, nor does the next one's agent get what is left here. */
    @AfterEach
    void everybodyLeaves() {
        // Into the queue: what goes to a colleague would go to the next test's, and be counted as his turn.
        house.part(site, "queue");
        for (DeskClient desk : desks) {
            choose(desk, "offline");
            desk.close();
        }
        visitors.forEach(ChatClient::close);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void inTurnsEachIsGivenOneAfterTheOther() {
        DeskClient ann = agent("Ann");
        agent("Bob");
        house.give(site, "turns", false);

        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 4; i++) owners.add(owner(asks("turn " + i)));

        assertThat(owners.subList(0, 2)).containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(owners.subList(2, 4)).isEqualTo(owners.subList(0, 2));
        ChatClient his = visitors.get(owners.indexOf("Ann"));
        ann.follow(his.conversation());
        Frame told = ann.awaitEntry(0, "claimed", his.conversation());
        assertThat(told.flag("assigned")).isTrue();
        assertThat(his.tape().await("claimed").has("assigned")).isFalse();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void onASiteWhereAgentsPickNothingIsGivenAndByLoadTheLeastBusyGetsTheNext() {
        DeskClient ann = agent("Ann");
        agent("Bob");
        for (int i = 0; i < 2; i++) {
            ChatClient visitor = asks("picked " + i);
            if (i == 0) nobodyGets(visitor);
            take(ann, visitor);
            assertThat(visitor.tape().await("claimed").has("assigned")).isFalse();
        }

        house.give(site, "load", false);

        assertThat(owner(asks("first"))).isEqualTo("Bob");
        assertThat(owner(asks("second"))).isEqualTo("Bob");
    }

    @Test
    void aConsoleIsToldHowManyItsAgentIsGiven() {
        DeskClient ann = agent("Ann");
        assertThat(ann.tape().await("welcome").number("capacity")).isEqualTo(5);
        house.hold(ann, 3);
        try (DeskClient next = DeskClient.of(server.address(), ann.session(), Carrier.WEBSOCKET)
                .start()) {
            assertThat(next.tape().await("welcome").number("capacity")).isEqualTo(3);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoIsFullIsGivenTheNextWhenOneIsClosedAndMayTakeOneHimself() {
        DeskClient ann = agent("Ann");
        house.hold(ann, 1);
        house.give(site, "load", false);
        ChatClient first = asks("first");
        assertThat(owner(first)).isEqualTo("Ann");
        ChatClient second = asks("second");
        nobodyGets(second);
        ChatClient third = asks("third");
        take(ann, third);

        ann.follow(first.conversation());
        ann.awaitEntry(ann.ask("close", first.conversation()), "closed", first.conversation());
        nobodyGets(second);
        ann.awaitEntry(ann.ask("close", third.conversation()), "closed", third.conversation());

        assertThat(owner(second)).isEqualTo("Ann");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoIsAwayIsGivenNothingUntilHeIsBack() {
        DeskClient ann = agent("Ann");
        choose(ann, "away");
        house.give(site, "turns", false);
        ChatClient visitor = asks("anybody?");
        nobodyGets(visitor);

        choose(ann, "online");

        assertThat(owner(visitor)).isEqualTo("Ann");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aVisitorWhoReturnsGoesToTheAgentHeTalkedTo() {
        DeskClient ann = agent("Ann");
        DeskClient bob = agent("Bob");
        house.give(site, "turns", true);
        ChatClient visitor = asks("hello");
        String known = owner(visitor);
        DeskClient his = known.equals("Ann") ? ann : bob;
        String before = visitor.conversation();
        his.follow(before);
        his.awaitEntry(his.ask("close", before), "closed", before);
        visitor.tape().await("closed");
        assertThat(owner(asks("one"))).isNotEqualTo(known);
        assertThat(owner(asks("two"))).isEqualTo(known);

        int mark = visitor.tape().size();
        visitor.sayAndWait("me again");

        Frame claimed = visitor.tape().await(mark, "claimed");
        assertThat(claimed.child("by").text("name")).isEqualTo(known);
        assertThat(visitor.conversation()).isNotEqualTo(before);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoHandsItBackIsNotGivenItAgainButAnotherIs() {
        DeskClient ann = agent("Ann");
        house.give(site, "turns", false);
        ChatClient visitor = asks("hello");
        assertThat(owner(visitor)).isEqualTo("Ann");
        int mark = visitor.tape().size();
        ann.follow(visitor.conversation());
        ann.awaitEntry(ann.ask("release", visitor.conversation()), "released", visitor.conversation());
        visitor.tape().await(mark, "released");
        Await.never("given again", A_WHILE, () -> visitor.tape().since(mark).stream()
                .anyMatch(frame -> frame.is("claimed")));
        assertThat(owner(asks("somebody else"))).isEqualTo("Ann");

        agent("Bob");

        assertThat(visitor.tape().await(mark, "claimed").child("by").text("name"))
                .isEqualTo("Bob");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsHandedOnToADepartmentIsGivenToOneOfIt() {
        DeskClient ann = agent("Ann");
        DeskClient bob = agent("Bob");
        choose(bob, "away");
        house.department(site, "One");
        house.department(site, "Two");
        Stations stations = new Stations(server.address());
        // Behind the two of the demo's site.
        stations.put(ann.agent().text("id"), 2);
        stations.put(bob.agent().text("id"), 3);
        house.give(site, "turns", false);
        ChatClient visitor = asks("hello");
        assertThat(owner(visitor)).isEqualTo("Ann");
        choose(bob, "online");
        int mark = visitor.tape().size();

        String two = Await.value("the department", () -> ann.tape().all().stream()
                .filter(frame -> frame.has("departments"))
                .flatMap(frame -> frame.children("departments").stream())
                .filter(each -> each.text("name").equals("Two"))
                .findFirst()
                .map(each -> each.text("id"))
                .orElse(null));
        ann.follow(visitor.conversation());
        // It is closed to her from then on.
        ann.handOn(visitor.conversation(), "department", two);

        assertThat(visitor.tape().await(mark, "claimed").child("by").text("name"))
                .isEqualTo("Bob");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatAnAgentLeavesOnPurposeGoesWhereItsSiteSays() {
        DeskClient ann = agent("Ann");
        ChatClient visitor = asks("hello");
        take(ann, visitor);
        assertThat(leaves(ann, "queue")).isEqualTo(1);
        assertThat(visitor.tape().await("released").text("why")).isEqualTo("dropped-out");
        assertThat(ann.awaitEntry(0, "released", visitor.conversation()).text("why"))
                .isEqualTo("went-offline");

        choose(ann, "online");
        house.part(site, "keep");
        int mark = visitor.tape().size();
        take(ann, visitor);
        assertThat(leaves(ann, "keep")).isEqualTo(1);
        Await.never("a release", A_WHILE, () -> visitor.tape().since(mark).stream()
                .anyMatch(frame -> frame.is("released")));

        choose(ann, "online");
        house.part(site, "give");
        DeskClient bob = agent("Bob");
        assertThat(leaves(ann, "give")).isEqualTo(1);
        visitor.tape()
                .await(
                        mark,
                        "Bob has it",
                        frame -> frame.is("claimed")
                                && frame.child("by").text("name").equals("Bob"));
        bob.follow(visitor.conversation());
        assertThat(bob.awaitEntry(0, "transferred", visitor.conversation()).text("why"))
                .isEqualTo("went-offline");

        // Nobody else is there.
        leaves(bob, "give");
        visitor.tape().await(mark, "released");
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatWasSnoozedIsLookedAtWhenItIsAwakeAndNotWhatWasTakenSince() {
        DeskClient ann = agent("Ann");
        ChatClient sleeps = asks("later");
        take(ann, sleeps);
        ann.awaitEntry(ann.ask("snooze", sleeps.conversation()), "snoozed", sleeps.conversation());
        assertThat(leaves(ann, "queue")).isZero();
        ChatClient since = asks("now");
        take(ann, since);
        assertThat(sleeps.tape().all("released")).isEmpty();

        sleeps.sayAndWait("awake");

        sleeps.tape().await(0, "back in the queue", Duration.ofSeconds(90), frame -> frame.is("released"));
        assertThat(since.tape().all("released")).isEmpty();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoLogsOutLeavesOnPurpose() {
        house.part(site, "keep");
        WebSession session = new WebSession(server.address());
        session.logIn(Demo.OTHER_AGENT, Demo.OTHER_PASSWORD);
        ChatClient visitor = asks("hello");
        try (DeskClient chloe = DeskClient.of(server.address(), session, Carrier.WEBSOCKET)) {
            chloe.start();
            take(chloe, visitor);

            session.tryLogOut();

            DeskClient ann = agent("Ann");
            Await.until("Chloe is gone", () -> "offline".equals(statusOf("Chloe", ann)));
            Await.never(
                    "a release", A_WHILE, () -> !visitor.tape().all("released").isEmpty());
        }
    }

    private static String statusOf(String name, DeskClient told) {
        return told.tape().all().stream()
                .filter(frame -> frame.has("agents"))
                .flatMap(frame -> frame.children("agents").stream())
                .filter(each -> each.text("name").equals(name))
                .reduce((first, last) -> last)
                .map(each -> each.text("status"))
                .orElse(null);
    }

    /** Asks what will become of his conversations, goes offline, and answers for how many it was to be so. */
    private static long leaves(DeskClient agent, String fate) {
        int mark = agent.tape().size();
        agent.send(Frame.of("parting"));
        long foreseen = agent.tape().await(mark, "parting").number(fate);
        choose(agent, "offline");
        return foreseen;
    }

    private DeskClient agent(String name) {
        DeskClient desk = house.agent(name, server.address());
        desks.add(desk);
        return desk;
    }

    private ChatClient asks(String text) {
        ChatClient visitor = ChatClient.open(server.address(), site, Carrier.WEBSOCKET);
        visitors.add(visitor);
        visitor.sayAndWait(text);
        return visitor;
    }

    private static String owner(ChatClient visitor) {
        return visitor.tape().await("claimed").child("by").text("name");
    }

    private static void nobodyGets(ChatClient visitor) {
        Await.never("given", A_WHILE, () -> !visitor.tape().all("claimed").isEmpty());
    }

    private static void take(DeskClient agent, ChatClient visitor) {
        agent.follow(visitor.conversation());
        agent.awaitEntry(agent.ask("claim", visitor.conversation()), "claimed", visitor.conversation());
    }

    private static void choose(DeskClient agent, String status) {
        int mark = agent.tape().size();
        agent.send(Frame.of("status", "status", status));
        agent.tape().await(mark, status, frame -> frame.is("status") && status.equals(frame.text("status")));
    }
}
