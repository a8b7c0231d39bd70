package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.Net;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two nodes on one PostgreSQL, without Redis: the visitor is on one, the agent on the other. */
@Execution(ExecutionMode.CONCURRENT)
class TwoNodesIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static String store;
    private static ServerUnderTest a;
    private static ServerUnderTest b;
    private static GreenMail post;

    @BeforeAll
    static void start() {
        store = Postgres.database();
        post = new GreenMail(new ServerSetup(Net.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        // At once on empty tables: one makes them and fills them, the other finds them.
        List<ServerUnderTest> both = ServerUnderTest.together(settings(), settings());
        a = both.get(0);
        b = both.get(1);
        Await.until("they know each other", () -> knowsAnother(a) && knowsAnother(b));
    }

    private static ServerSettings settings() {
        return ServerSettings.fresh()
                .roomy()
                .store(store)
                .with("deskbell.presence.grace", 2)
                .mail(post.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        post.stop();
    }

    /** M6: both nodes look; the store says that it is one mail, and that 20 in an hour are enough for one agent. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anAgentIsToldOnceByMailWhicheverNodeLooks() throws SQLException {
        House house = new House(a.address());
        String site = house.site();
        house.remind(site, 1);
        List<ChatClient> visitors = new ArrayList<>();
        try (DeskClient nora = house.agent("Nora", b.address())) {
            nora.sendAndWait(Frame.of("prefer", "ref", ChatClient.ref(), "name", "mail", "choice", "all"), "preferred");
            int from = nora.tape().size();
            nora.send(Frame.of("status", "status", "away"));
            nora.tape().await(from, "away", frame -> frame.is("status") && "away".equals(frame.text("status")));
            for (int each = 0; each < 22; each++) {
                ChatClient visitor = ChatClient.open((each % 2 == 0 ? a : b).address(), site, Carrier.WEBSOCKET);
                visitors.add(visitor);
                visitor.sayAndWait("is anybody there?");
            }
            Await.until("the mails", Duration.ofMinutes(3), () -> post.getReceivedMessages().length >= 20);
            String noras = "from agent_mail where agent_id = (select id from agent where name = 'Nora')";
            assertThat(count("select count(*) " + noras)).isEqualTo(20);
            assertThat(count("select count(distinct conversation_id) " + noras)).isEqualTo(20);
            assertThat(post.getReceivedMessages()).hasSize(20);
        } finally {
            visitors.forEach(ChatClient::close);
        }
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** His leaving could not be written, or he joined in the moment in which he went. */
    @Test
    void whoIsInAConversationAndHasGoneOfflineAllTheSameIsLetGo() throws SQLException {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ada = DeskClient.open(b.address(), Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient gus = new House(a.address()).agent("Gus", a.address())) {
            String conversation = visitor.sayAndWait("who is there?").text("conversation");
            ada.follow(conversation);
            ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
            int mark = gus.tape().size();
            gus.send(Frame.of("status", "status", "offline"));
            gus.tape().await(mark, "offline", frame -> frame.is("status") && "offline".equals(frame.text("status")));
            try (Connection connection = DriverManager.getConnection(store);
                    Statement update = connection.createStatement()) {
                update.execute("update conversation set joined = '"
                        + gus.agent().text("id") + "' where public_id = '" + conversation + "'");
            }
            Await.until("Gus to be let go", Duration.ofMinutes(1), () -> visitor.tape().all("left").stream()
                    .anyMatch(left -> "Gus".equals(left.child("by").text("name"))));
        }
    }

    private static boolean knowsAnother(ServerUnderTest server) {
        return server.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aSiteThatIsDeletedOnOneNodeClosesItsWindowsOnTheOther() throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement insert = connection.createStatement()) {
            insert.execute("insert into site (id, site_key, name, identity_secret, created_at)"
                    + " values (9, 'short-lived', 'Short-lived', 'x', current_timestamp)");
        }
        for (ServerUnderTest node : List.of(a, b)) {
            WebSession anybody = new WebSession(node.address());
            Await.until(
                    "the site is known",
                    Duration.ofSeconds(10),
                    () -> anybody.get("widget/window?site=short-lived").statusCode() == 200);
        }
        try (ChatClient visitor = ChatClient.open(a.address(), "short-lived", Carrier.WEBSOCKET)) {
            visitor.doNotReconnect();
            WebSession owner = new WebSession(b.address());
            owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
            owner.press("console/delete-site?key=short-lived", "delete", Map.of("confirm", "short-lived"));
            visitor.tape().await("forgotten");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatAnAgentChoosesAndLooksAtIsKnownOnTheOtherNode() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(a.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient phone = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient chloe =
                        DeskClient.open(b.address(), Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            ben.send(Frame.of("prefer", "ref", ChatClient.ref(), "name", "density", "choice", "compact"));
            Frame preferred = phone.tape().await("preferred");
            assertThat(preferred.child("preferences").text("density")).isEqualTo("compact");

            String conversation = visitor.sayAndWait("who looks?").text("conversation");
            ben.follow(conversation);
            chloe.follow(conversation);
            chloe.send(Frame.of("view", "conversation", conversation, "on", true));
            assertThat(ben.tape().await("viewing").child("by").text("name")).isEqualTo("Chloe");
            ben.send(Frame.of("view", "conversation", conversation, "on", true));
            assertThat(chloe.tape().await("viewing").child("by").text("name")).isEqualTo("Ben");
            int mark = ben.tape().size();
            ben.send(Frame.of("view", "conversation", conversation, "on", false));
            ben.send(Frame.of("view", "conversation", conversation, "on", true));
            ben.tape().await(mark, "viewing");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatAPageSaysOfTheConversationIsSeenOnTheOtherNode() {
        JsonObject said = Json.createObjectBuilder().add("order", "4711").build();
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("about my order").text("conversation");
            ben.follow(conversation);
            visitor.send(Frame.of("identify", "about", said));
            ben.tape()
                    .await(
                            "the order",
                            frame -> frame.is("visitor")
                                    && frame.child("visitor").has("about"));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anAnswerIsInTheConsolesOfBothNodesAtOnce() {
        try (DeskClient here = DeskClient.open(a.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient there = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient other =
                        DeskClient.open(b.address(), Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            here.send(Frame.of(
                    "keep", "ref", ChatClient.ref(), "shortcut", "mine", "title", "Mine", "text", "kept on one"));
            here.tape().await("kept");
            there.tape().await("his own", frame -> frame.toString().contains("kept on one"));

            WebSession owner = new WebSession(a.address());
            owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
            Map<String, String> shared = Map.of("shortcut", "ours", "title", "Ours", "text", "shared on one");
            owner.press("console/answer?scope=shared", "save", shared);
            other.tape().await("what all share", frame -> frame.toString().contains("shared on one"));
            assertThat(other.tape().all().toString()).doesNotContain("kept on one");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoWaitsOnOneNodeMovesUpWhenOneIsTakenOnTheOther() {
        String site = new House(a.address()).site();
        Await.until(
                "the site is known there",
                () -> new WebSession(b.address())
                                .get("widget/window?site=" + site)
                                .statusCode()
                        == 200);
        try (ChatClient first = ChatClient.open(a.address(), site, Carrier.WEBSOCKET);
                ChatClient second = ChatClient.open(b.address(), site, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(a.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String taken = first.sayAndWait("first").text("conversation");
            second.sayAndWait("second");
            assertThat(second.tape().await("queue").number("position")).isEqualTo(2);
            int mark = second.tape().size();
            agent.follow(taken);
            agent.awaitEntry(agent.ask("claim", taken), "claimed", taken);
            assertThat(second.tape().await(mark, "queue").number("position")).isEqualTo(1);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void wordsGoBothWaysWithinASecond() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            Await.until("the list on the other node", Duration.ofSeconds(2), () -> agent.inbox()
                    .containsKey(conversation));
            agent.follow(conversation);
            for (int i = 0; i < 5; i++) {
                String question = "question " + i;
                visitor.sayAndWait(question);
                Await.until(question + " at the agent", A_SECOND, () -> agent.transcript(conversation)
                        .texts()
                        .contains(question));
                String answer = "answer " + i;
                agent.sayAndWait(conversation, answer);
                Await.until(answer + " at the visitor", A_SECOND, () -> visitor.transcript()
                        .texts()
                        .contains(answer));
            }
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void loggingOutOnOneNodeEndsTheSocketOnTheOther() {
        WebSession session = new WebSession(a.address());
        session.logIn(Demo.OTHER_AGENT, Demo.OTHER_PASSWORD);
        try (DeskClient agent =
                DeskClient.of(b.address(), session, Carrier.WEBSOCKET).start()) {
            agent.doNotReconnect();
            session.tryLogOut();
            Await.until("the socket ends", A_SECOND, () -> !agent.endings().isEmpty());
            assertThat(agent.awaitEnd().code()).isEqualTo(1008);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoIsThereIsKnownOnBothNodes() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            visitor.tape()
                    .await(
                            "Ben is there",
                            frame -> frame.is("presence") && frame.toString().contains("Ben"));
            String conversation = visitor.sayAndWait("hello").text("conversation");
            Await.until(
                    "the visitor is there",
                    () -> agent.inbox().containsKey(conversation)
                            && agent.inbox().get(conversation).child("visitor").flag("online"));
            int mark = agent.tape().size();
            agent.follow(conversation);
            visitor.vanish();
            agent.tape()
                    .await(
                            mark,
                            "the visitor is gone",
                            frame -> frame.is("visitor")
                                    && conversation.equals(frame.text("conversation"))
                                    && !frame.child("visitor").flag("online"));
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whoLooksAroundOnOneNodeIsListedAndSpokenToOnTheOther() {
        House house = new House(a.address());
        String site = house.site();
        house.list(site, true);
        DeskClient ada = DeskClient.open(b.address(), Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET);
        ada.send(Frame.of("watch", "on", true));
        ada.tape().await("onsite");
        ChatClient visitor = ChatClient.of(a.address(), site, Carrier.WEBSOCKET)
                .saying(hello -> hello.with("page", ChatClient.page("https://shop.example/", "Shop")));
        visitor.start();
        listed(ada, visitor, 1);
        visitor.send(Frame.of("page", "url", "https://shop.example/p/1", "title", "A pot"));
        listed(ada, visitor, 2);

        ada.send(Frame.of("begin", "visitor", visitor.visitor(), "ref", ChatClient.ref(), "text", "Can I help?"));
        String conversation = ada.tape().await("begun").text("conversation");
        visitor.awaitText("Can I help?");
        ada.follow(conversation);
        int mark = ada.tape().size();
        visitor.send(Frame.of("page", "url", "https://shop.example/p/2", "title", "Another pot"));
        ada.tape()
                .await(
                        mark,
                        "his way",
                        frame -> frame.is("visitor")
                                && frame.child("visitor").children("trail").size() == 3);
        visitor.close();
        ada.tape()
                .await(
                        mark,
                        "him gone",
                        frame -> frame.is("onsite") && frame.words("gone").contains(visitor.visitor()));
        ada.close();
    }

    private static void listed(DeskClient desk, ChatClient visitor, int pages) {
        desk.tape().await(pages + " pages", frame -> frame.children("items").stream()
                .anyMatch(one -> visitor.visitor().equals(one.text("id")) && one.number("pages") == pages));
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anAgentWhoChangesTheNodeKeepsHisConversations() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient before =
                        DeskClient.open(a.address(), Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            before.follow(conversation);
            before.awaitEntry(before.ask("claim", conversation), "claimed", conversation);
            try (DeskClient after =
                    DeskClient.open(b.address(), Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
                before.vanish();
                Await.never("a release", Duration.ofSeconds(4), () -> !visitor.tape()
                        .all("released")
                        .isEmpty());
                after.vanish();
                assertThat(visitor.tape().await("released").text("why")).isEqualTo("dropped-out");
            }
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsGivenByItselfAndTakenByHandAtOnceHasOneOwner() {
        House house = new House(a.address());
        String site = house.site();
        List<ChatClient> visitors = new ArrayList<>();
        try (DeskClient ann = house.agent("Ann", a.address()).followAll();
                DeskClient bob = house.agent("Bob", b.address()).followAll()) {
            Await.until("nobody else is there", () -> List.of("Ann", "Bob").equals(online(ann)));
            house.hold(ann, 100);
            house.hold(bob, 100);
            house.give(site, "turns", false);
            isKnown(site);
            for (int i = 0; i < 12; i++) {
                ChatClient visitor = ChatClient.open((i % 2 == 0 ? a : b).address(), site, Carrier.WEBSOCKET);
                visitors.add(visitor);
                String conversation = visitor.sayAndWait("whose? " + i).text("conversation");
                if (i % 3 == 0) ann.ask("claim", conversation);
                if (i % 3 == 1) bob.ask("claim", conversation);
            }
            for (ChatClient visitor : visitors) visitor.tape().await("claimed");
            for (ChatClient visitor : visitors) {
                visitor.sayAndWait("end");
                assertThat(visitor.tape().all("claimed")).hasSize(1);
                assertThat(visitor.tape().all("released")).isEmpty();
            }
        } finally {
            house.give(site, "pick", false);
            visitors.forEach(ChatClient::close);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatIsNotOpenedInTimeGoesToAnotherAndWhoLooksKeepsIt() throws SQLException {
        House house = new House(a.address());
        String site = house.site();
        house.offer(site, 600);
        isKnown(site);
        try (DeskClient ann = house.agent("Ann", a.address());
                DeskClient bob = house.agent("Bob", b.address());
                ChatClient visitor = ChatClient.open(a.address(), site, Carrier.WEBSOCKET)) {
            Await.until("nobody else is there", () -> List.of("Ann", "Bob").equals(online(ann)));
            String conversation = visitor.sayAndWait("anybody?").text("conversation");
            String first = visitor.tape().await("claimed").child("by").text("name");
            int mark = visitor.tape().size();
            wasGivenLongAgo(conversation, first);

            assertThat(visitor.tape().await(mark, "released").text("why")).isEqualTo("handed-back");
            String second = visitor.tape().await(mark, "claimed").child("by").text("name");
            assertThat(second).isNotEqualTo(first);
            DeskClient lost = first.equals("Ann") ? ann : bob;
            lost.follow(conversation);
            Frame released = lost.awaitEntry(0, "released", conversation);
            assertThat(released.text("why")).isEqualTo("unanswered");
            assertThat(released.child("by").text("name")).isEqualTo(first);
            DeskClient looks = lost == ann ? bob : ann;
            looks.follow(conversation);
            // Again and again, as a console does: his node may not have heard yet that it was given to him.
            Await.until("he keeps it", () -> {
                looks.send(Frame.of("view", "conversation", conversation, "on", true));
                Await.pass(Duration.ofMillis(200));
                return isKept(conversation);
            });

            // A node of an older version leaves in the row what an answer would have ended.
            looks.sayAndWait(conversation, "here I am");
            visitor.sayAndWait("at last");
            wasGivenLongAgo(conversation, second);
            Await.never(
                    "he has answered",
                    Duration.ofSeconds(3),
                    () -> visitor.tape().all("released").size() > 1);
        } finally {
            house.give(site, "pick", false);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatANodeDidNotHandBackOfWhoWentOfflineIsHandedBackOnce() throws SQLException {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent =
                        DeskClient.open(b.address(), Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
            try {
                // As a node leaves it that dies between the two.
                inStore("update agent set status = 'offline', offline_at = now() where name = 'Chloe'");

                visitor.tape().await(0, "in the queue", Duration.ofSeconds(90), frame -> frame.is("released"));
                Await.never(
                        "once more",
                        Duration.ofSeconds(3),
                        () -> visitor.tape().all("released").size() > 1);
            } finally {
                agent.send(Frame.of("status", "status", "online"));
                agent.tape().await("online", frame -> frame.is("status") && "online".equals(frame.text("status")));
            }
        }
    }

    /** Who is online, as this console was told last. */
    private static List<String> online(DeskClient desk) {
        List<String> names = new ArrayList<>();
        for (Frame told : desk.tape().all()) {
            if (!told.has("agents")) continue;
            names.clear();
            for (Frame agent : told.children("agents")) {
                if ("online".equals(agent.text("status"))) names.add(agent.text("name"));
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** Whether somebody has it and has not to open it any more. */
    private static boolean isKept(String conversation) {
        String sql = "select count(*) from conversation where offered_at is null and owner_id is not null"
                + " and public_id = '" + conversation + "'";
        try (Connection connection = DriverManager.getConnection(store);
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Eleven minutes, and that is not settled yet. */
    private static void wasGivenLongAgo(String conversation, String agent) throws SQLException {
        inStore("update entry set at = at - interval '11 minutes' where kind = 'claimed' and by_name = '" + agent
                + "' and conversation_id = (select id from conversation where public_id = '" + conversation + "')");
        inStore("update conversation set offered_to = owner_id, offered_at = now() - interval '11 minutes'"
                + " where public_id = '" + conversation + "'");
    }

    private static void inStore(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement update = connection.createStatement()) {
            assertThat(update.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aVisitorWhoDoesNotAnswerIsToldOnceThatItHasEndedAndMayGoOn() throws SQLException {
        House house = new House(a.address());
        String site = house.site();
        String curt = house.site();
        house.giveUp(site, 30, "Write to us again.");
        house.giveUp(curt, 45, "");
        isKnown(site);
        isKnown(curt);
        try (DeskClient ann = house.agent("Ann", b.address());
                ChatClient silent = ChatClient.open(a.address(), site, Carrier.WEBSOCKET);
                ChatClient asking = ChatClient.open(b.address(), site, Carrier.WEBSOCKET);
                ChatClient asleep = ChatClient.open(a.address(), site, Carrier.WEBSOCKET);
                ChatClient other = ChatClient.open(b.address(), curt, Carrier.WEBSOCKET);
                ChatClient writing = ChatClient.open(a.address(), site, Carrier.WEBSOCKET)) {
            for (ChatClient each : List.of(silent, asking, asleep, other, writing)) answered(each, ann);
            asking.sayAndWait("one more thing");
            ann.awaitEntry(ann.ask("snooze", asleep.conversation()), "snoozed", asleep.conversation());
            int mark = ann.tape().size();
            ChatClient writingToo = writing.tab(b.address()).start();
            for (ChatClient each : List.of(writing, writingToo)) types(each);
            pass(40, silent, asking, asleep, other, writing);

            Frame closed = silent.tape().await("closed");
            assertThat(closed.child("by").text("kind")).isEqualTo("site");
            assertThat(closed.has("silent")).isFalse();
            assertThat(silent.transcript().texts()).endsWith("Write to us again.");
            assertThat(ann.awaitEntry(mark, "closed", silent.conversation()).number("silent"))
                    .isEqualTo(30);
            String conversation = silent.conversation();
            ann.sayAndWait(conversation, "in case you come back");
            silent.sayAndWait("here I am");
            assertThat(silent.conversation()).isEqualTo(conversation);
            assertThat(silent.tape().all("closed")).hasSize(1);
            assertThat(silent.tape().all("reopened")).hasSize(1);

            writing.sayAndWait("so that is what I wanted to say");
            assertThat(writing.tape().all("closed")).isEmpty();
            writingToo.close();

            asleep.sayAndWait("still there?");
            asking.sayAndWait("well?");
            assertThat(asleep.tape().all("closed")).isEmpty();
            assertThat(asking.tape().all("closed")).isEmpty();
            assertThat(other.tape().all("closed")).isEmpty();
            pass(6, other);
            assertThat(other.tape().await("closed").number("silent")).isEqualTo(45);
            assertThat(other.transcript().texts()).endsWith("an answer");
        }
    }

    private static void answered(ChatClient visitor, DeskClient agent) {
        String conversation = visitor.sayAndWait("a question").text("conversation");
        agent.follow(conversation);
        agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
        agent.sayAndWait(conversation, "an answer");
        Await.until("the answer", () -> visitor.transcript().texts().contains("an answer"));
    }

    private static void types(ChatClient visitor) {
        int mark = visitor.tape().size();
        visitor.send(Frame.of("typing", "on", true));
        visitor.send(Frame.of("ping"));
        visitor.tape().await(mark, "pong");
    }

    /** In these conversations, what happened last did so many minutes earlier. */
    private static void pass(int minutes, ChatClient... in) throws SQLException {
        try (Connection connection = DriverManager.getConnection(store);
                Statement update = connection.createStatement()) {
            for (ChatClient each : in) {
                update.execute("update conversation set changed_at = changed_at - interval '" + minutes
                        + " minutes' where public_id = '" + each.conversation() + "'");
            }
        }
    }

    private static void isKnown(String site) {
        WebSession anybody = new WebSession(b.address());
        Await.until(
                "the site is known",
                () -> anybody.get("widget/window?site=" + site).statusCode() == 200);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aConversationBegunInOneTabAppearsInTheOtherTabOnTheOtherNode() {
        try (ChatClient one = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient other = one.tab(b.address()).start()) {
            one.sayAndWait("begun here");
            Await.until("the other tab", Duration.ofSeconds(2), () -> other.transcript()
                    .texts()
                    .contains("begun here"));
        }
    }
}
