package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One conversation between a visitor and an agent, on both carriers. */
class ConversationIT {

    private final URI server = ServerUnderTest.shared();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aNewVisitorIsWelcomedWithAnIdOfHisOwnAndNoConversation(Carrier carrier) {
        ChatClient one = visitor(carrier);
        ChatClient other = visitor(carrier);

        Frame welcome = one.tape().await("welcome");
        assertThat(welcome.text("status")).isEqualTo("none");
        assertThat(welcome.has("conversation")).isFalse();
        assertThat(welcome.flag("verified")).isFalse();
        assertThat(one.visitor()).isNotBlank().isNotEqualTo(other.visitor());
        assertThat(one.token()).isNotEqualTo(other.token()).hasSizeGreaterThanOrEqualTo(22);
        one.tape().await("presence");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void whatTheVisitorSaysReachesTheAgentAndTheAnswerComesBack(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String question = unique("Where is my parcel?");
        Frame posted = visitor.sayAndWait(question);
        String conversation = posted.text("conversation");

        agent.awaitSummary(conversation);
        agent.follow(conversation);
        assertThat(agent.transcript(conversation).texts()).contains(question);

        String answer = unique("It is on its way.");
        Frame own = agent.sayAndWait(conversation, answer);
        visitor.awaitText(answer);
        assertThat(own.child("by").text("kind")).isEqualTo("agent");
        assertThat(visitor.transcript().entries()).extracting(Frame::type).contains("claimed");
        assertSameLog(visitor.transcript(), agent.transcript(conversation));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void theAcknowledgementIsTheEntryItself(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        String text = unique("hello");

        Frame posted = visitor.sayAndWait(text);

        assertThat(posted.text("text")).isEqualTo(text);
        assertThat(posted.number("seq")).isPositive();
        assertThat(posted.text("at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Duration.between(Instant.parse(posted.text("at")), Instant.now())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(posted.child("by").text("kind")).isEqualTo("visitor");
        assertThat(posted.child("by").text("id")).isEqualTo(visitor.visitor());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aRepeatedRefIsAnsweredWithTheOriginalAndStoredOnce(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        String ref = ChatClient.ref();
        visitor.send(Frame.of("post", "ref", ref, "text", "once"));
        Frame first = visitor.tape().await("posted " + ref, frame -> ref.equals(frame.text("ref")));
        int mark = visitor.tape().size();
        visitor.send(Frame.of("post", "ref", ref, "text", "another text"));

        Frame second = visitor.tape().await(mark, "posted again", frame -> ref.equals(frame.text("ref")));

        assertThat(second.number("seq")).isEqualTo(first.number("seq"));
        assertThat(second.text("text")).isEqualTo("once");
        visitor.sayAndWait("end");
        assertThat(visitor.transcript().texts())
                .containsSubsequence("once", "end")
                .doesNotContain("another text");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void visitorGetsTheReplyAfterReconnecting(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait(unique("are you there?")).text("conversation");
        agent.follow(conversation);
        visitor.vanish();
        String reply = unique("yes");
        agent.sayAndWait(conversation, reply);

        int mark = visitor.tape().size();
        visitor.start();

        visitor.awaitText(reply);
        Frame welcome = visitor.tape().await(mark, "welcome");
        assertThat(welcome.flag("resumed")).isTrue();
        assertThat(welcome.has("token")).isFalse();
        assertThat(visitor.transcript().repeats())
                .as("entries sent although they were held")
                .isZero();
        assertSameLog(visitor.transcript(), agent.transcript(conversation));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aResumeGetsExactlyWhatWasMissedAndThenGoesLive(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        for (int i = 0; i < 5; i++) {
            visitor.sayAndWait("line " + i);
        }
        ChatClient tab = visitor.tab(server);
        open.add(tab);
        tab.saying(hello -> hello.has("conversation")
                ? hello
                : hello.with("conversation", visitor.conversation())
                        .with("after", visitor.transcript().after() - 2)
                        .with("epoch", visitor.epoch()));
        tab.start();
        Frame live = tab.tape().await("live");

        List<Frame> entries = tab.tape().all(Frame::isEntry);
        assertThat(entries)
                .extracting(entry -> entry.number("seq"))
                .containsExactly(
                        visitor.transcript().after() - 1, visitor.transcript().after());
        assertThat(live.number("seq")).isEqualTo(visitor.transcript().after());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anotherEpochMeansAReloadAndNeverAPartialRecovery(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        visitor.sayAndWait("one");
        visitor.sayAndWait("two");
        ChatClient tab = visitor.tab(server);
        open.add(tab);
        tab.saying(hello -> hello.with("conversation", visitor.conversation())
                .with("after", 2)
                .with("epoch", "another-store"));
        tab.start();
        tab.tape().await("live");

        assertThat(tab.tape().await("welcome").flag("resumed")).isFalse();
        assertThat(tab.transcript().texts()).containsSubsequence("one", "two");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void twoTabsAreOneVisitorAndSeeTheSame(Carrier carrier) {
        ChatClient one = visitor(carrier);
        one.sayAndWait("from the first tab");
        ChatClient two = one.tab(server).start();
        open.add(two);
        two.tape().await("live");
        two.sayAndWait("from the second tab");
        one.awaitText("from the second tab");

        assertThat(two.visitor()).isEqualTo(one.visitor());
        assertSameLog(one.transcript(), two.transcript());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void olderEntriesComeInPagesWithoutHolesOrRepeats(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        for (int i = 0; i < 12; i++) {
            visitor.sayAndWait("line " + i);
        }
        long last = visitor.transcript().after();
        List<Long> seqs = new ArrayList<>();
        for (long before = last + 1; before > 1; ) {
            int mark = visitor.tape().size();
            visitor.send(Frame.of("before", "seq", before, "limit", 5));
            Frame older = visitor.tape().await(mark, "older");
            List<Long> page = older.children("entries").stream()
                    .map(entry -> entry.number("seq"))
                    .toList();
            assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(5).isSorted();
            seqs.addAll(0, page);
            before = page.get(0);
            assertThat(older.number("first")).isEqualTo(1);
        }
        assertThat(seqs)
                .isEqualTo(
                        java.util.stream.LongStream.rangeClosed(1, last).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void typingReachesTheOtherSideAndNotTheLog(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        long before = visitor.transcript().after();

        visitor.send(Frame.of("typing", "on", true));
        Frame seen = agent.tape()
                .await("typing", frame -> frame.is("typing") && conversation.equals(frame.text("conversation")));
        agent.send(Frame.of("typing", "conversation", conversation, "on", true));
        Frame heard = visitor.tape().await("typing");

        assertThat(seen.child("by").text("kind")).isEqualTo("visitor");
        assertThat(heard.child("by").text("kind")).isEqualTo("agent");
        assertThat(visitor.transcript().after()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void readMarksAreEntriesAndOnlyMoveForward(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        Frame posted = visitor.sayAndWait("did you read this?");
        String conversation = posted.text("conversation");
        agent.follow(conversation);
        long seq = posted.number("seq");

        agent.send(Frame.of("mark", "conversation", conversation, "delivered", seq, "seen", seq));
        Frame marked = visitor.tape()
                .await(
                        "marked",
                        frame -> frame.is("marked")
                                && "agent".equals(frame.child("by").text("kind")));
        assertThat(marked.number("seen")).isEqualTo(seq);
        assertThat(marked.number("delivered")).isEqualTo(seq);

        int mark = visitor.tape().size();
        agent.send(Frame.of("mark", "conversation", conversation, "delivered", 1, "seen", 1));
        agent.sayAndWait(conversation, "I did");
        visitor.awaitText("I did");
        assertThat(visitor.tape().since(mark))
                .noneMatch(frame -> frame.is("marked")
                        && frame.number("seen") < seq
                        && "agent".equals(frame.child("by").text("kind")));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aClosedConversationIsOpenedAgainByTheNextMessage(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        agent.sayAndWait(conversation, "bye");
        int mark = agent.ask("close", conversation);
        agent.awaitEntry(mark, "closed", conversation);
        visitor.tape().await("closed");

        Frame again = visitor.sayAndWait("one more thing");

        assertThat(again.text("conversation")).isEqualTo(conversation);
        visitor.tape().await("reopened");
        agent.awaitText(conversation, "one more thing");
        Frame reopened = agent.tape().await(mark, "reopened");
        assertThat(again.number("seq")).isEqualTo(reopened.number("seq") + 1);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void theVisitorMayEndItAndTheAgentIsTold(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);

        visitor.send(Frame.of("end", "ref", ChatClient.ref()));

        Frame closed = agent.tape()
                .await("closed", frame -> frame.is("closed") && conversation.equals(frame.text("conversation")));
        assertThat(closed.child("by").text("kind")).isEqualTo("visitor");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void forgettingKillsTheTokenInEveryTab(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        visitor.sayAndWait("forget me");
        String token = visitor.token();
        String id = visitor.visitor();
        ChatClient tab = visitor.tab(server).start();
        open.add(tab);

        visitor.send(Frame.of("forget", "ref", ChatClient.ref()));

        visitor.tape().await("forgotten");
        assertThat(visitor.awaitEnd().code()).isEqualTo(4009);
        assertThat(tab.awaitEnd().code()).isEqualTo(4009);
        ChatClient later = ChatClient.of(server, Demo.SITE, carrier).withToken(token);
        open.add(later);
        later.start();
        assertThat(later.visitor()).isNotEqualTo(id);
        assertThat(later.conversation()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void handingBackPutsItIntoTheQueueAndTheVisitorIsTold(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);

        Frame released = agent.awaitEntry(agent.ask("release", conversation), "released", conversation);

        assertThat(released.text("why")).isEqualTo("handed-back");
        visitor.tape().await("released");
        Await.until("nobody owns it in the inbox", () -> !agent.awaitSummary(conversation)
                .has("owner"));
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void theInboxCountsWhatIsUnread(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("one").text("conversation");
        Frame last = visitor.sayAndWait("two");
        Await.until("two unread", () -> agent.awaitSummary(conversation).number("unread") == 2);
        agent.follow(conversation);
        agent.send(Frame.of(
                "mark", "conversation", conversation, "delivered", last.number("seq"), "seen", last.number("seq")));

        Await.until("none unread", () -> agent.awaitSummary(conversation).number("unread") == 0);
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void theAgentSeesWhereTheVisitorIs(Carrier carrier) {
        ChatClient visitor = ChatClient.of(server, Demo.SITE, carrier).saying(hello -> hello.with("language", "fr-CA")
                .with("zone", "America/Montreal")
                .with("page", ChatClient.page("https://shop.example/tea", "Tea")));
        open.add(visitor);
        visitor.start();
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        Frame card = agent.tape()
                .await("opened", frame -> frame.is("opened") && conversation.equals(frame.text("conversation")))
                .child("visitor");
        assertThat(card.child("page").text("url")).isEqualTo("https://shop.example/tea");
        assertThat(card.text("language")).isEqualTo("fr-CA");
        assertThat(card.text("zone")).isEqualTo("America/Montreal");
        assertThat(card.flag("online")).isTrue();

        int mark = agent.tape().size();
        visitor.send(Frame.of("page", "url", "https://shop.example/cart", "title", "Cart"));

        Frame moved = agent.tape().await(mark, "visitor");
        assertThat(moved.child("visitor").child("page").text("title")).isEqualTo("Cart");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aPingIsAnswered(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        visitor.send(Frame.of("ping"));
        agent.send(Frame.of("ping"));

        visitor.tape().await("pong");
        agent.tape().await("pong");
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void closedConversationsAreListedInPages(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = visitor.sayAndWait("hello").text("conversation");
        agent.follow(conversation);
        agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
        agent.awaitEntry(agent.ask("close", conversation), "closed", conversation);
        int mark = agent.tape().size();
        agent.send(Frame.of("list", "box", "closed"));

        Frame listed = agent.tape().await(mark, "listed");
        assertThat(listed.text("box")).isEqualTo("closed");
        assertThat(listed.children("items"))
                .hasSizeLessThanOrEqualTo(50)
                .extracting(item -> item.text("conversation"))
                .contains(conversation);
    }

    private ChatClient visitor(Carrier carrier) {
        ChatClient visitor = ChatClient.open(server, Demo.SITE, carrier);
        open.add(visitor);
        return visitor;
    }

    private DeskClient agent(Carrier carrier) {
        DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier);
        open.add(agent);
        return agent;
    }

    private static String unique(String text) {
        return text + " " + UUID.randomUUID();
    }

    private static void assertSameLog(Transcript one, Transcript other) {
        Await.until(
                () -> "the same log: " + one.entries() + " and " + other.entries(),
                Await.PATIENCE,
                () -> one.after() == other.after());
        assertThat(one.entries())
                .extracting(entry -> entry.number("seq") + " " + entry.type() + " " + entry.text("text"))
                .isEqualTo(other.entries().stream()
                        .map(entry -> entry.number("seq") + " " + entry.type() + " " + entry.text("text"))
                        .toList());
    }
}
