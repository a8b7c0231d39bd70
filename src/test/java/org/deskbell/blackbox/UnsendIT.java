package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent takes back what he has just said, and the visitor never sees it. */
class UnsendIT {
    private static final int LONG = 30;

    private final URI server = ServerUnderTest.shared();
    private ChatClient visitor;
    private DeskClient ada;
    private String conversation;

    @BeforeEach
    void adaHasAConversation() {
        visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
        ada = desk(Demo.ADMINISTRATOR);
        conversation = visitor.sayAndWait("hello").text("conversation");
        ada.follow(conversation);
        ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
    }

    @AfterEach
    void everybodyLeaves() {
        visitor.close();
        ada.close();
    }

    @Test
    void whatIsTakenBackIsNeverSaidNotEvenWhenItComesAgain() {
        String ref = hold(ada, "Your card number is 4111", LONG);
        assertThat(unsend(ref).type()).isEqualTo("unsent");
        assertThat(unsend(ref).type()).isEqualTo("unsent");
        assertThat(again(ref, "Your card number is 4111", LONG).type()).isEqualTo("unsent");
        ada.sayAndWait(conversation, "What can I do?");
        visitor.awaitText("What can I do?");
        assertThat(visitor.tape().all().toString()).doesNotContain("4111");
    }

    @Test
    void whatIsHeldIsSaidByTheServerWhenItsTimeIsOverAlsoWithoutItsAgent() {
        hold(ada, "Just a moment", 1);
        hold(ada, "I look it up", 1);
        ada.close();
        visitor.awaitText("I look it up");
        assertThat(visitor.tape().all().stream()
                        .filter(frame -> frame.is("posted")
                                && frame.child("by").text("kind").equals("agent"))
                        .map(frame -> frame.text("text")))
                .containsExactly("Just a moment", "I look it up");
    }

    @Test
    void whatIsSaidCannotBeTakenBack() {
        String ref = hold(ada, "said", 1);
        visitor.awaitText("said");
        Frame no = unsend(ref);
        assertThat(no.type()).isEqualTo("refused");
        assertThat(no.text("reason")).isEqualTo("too-late");
        int mark = ada.tape().size();
        ada.send(post(ref, "said", LONG));
        Frame once = ada.tape().await(mark, "what was said", frame -> frame.is("posted") && isOf(frame, ref));
        assertThat(once.text("text")).isEqualTo("said");
    }

    @Test
    void whatComesAfterItWaitsForIt() {
        hold(ada, "Good bye", LONG);
        ada.ask("close", conversation);
        visitor.tape().await("closed");
        assertThat(visitor.transcript().entries())
                .extracting(Frame::type)
                .containsSubsequence("posted", "posted", "closed")
                .doesNotContain("reopened");
        assertThat(visitor.tape().all().toString()).contains("Good bye");
    }

    @Test
    void whoHasLostTheConversationMeanwhileIsToldThatItWasNotSaid() {
        ada.awaitEntry(ada.ask("release", conversation), "released", conversation);
        String ref = hold(ada, "mine?", LONG);
        try (DeskClient ben = desk(Demo.AGENT)) {
            ben.follow(conversation);
            ben.awaitEntry(ben.ask("claim", conversation), "claimed", conversation);
            ada.ask("close", conversation);
            Frame no = ada.tape().await("why it was not said", frame -> frame.is("refused") && isOf(frame, ref));
            assertThat(no.text("of")).isEqualTo("post");
            assertThat(no.text("reason")).isEqualTo("taken");
            ben.sayAndWait(conversation, "Ben here");
        }
        visitor.awaitText("Ben here");
        assertThat(visitor.tape().all().toString()).doesNotContain("mine?");
    }

    @Test
    void whatTheVisitorHasEndedMeanwhileStaysEndedAndTheWordsAreTheAgents() {
        String ref = hold(ada, "Anything else?", LONG);
        end();
        // Whatever else he does there has it said first, as the end of its time does.
        ada.ask("snooze", conversation);
        Frame no = ada.tape().await("why it was not said", frame -> frame.is("refused") && isOf(frame, ref));
        assertThat(no.text("of")).isEqualTo("post");
        assertThat(no.text("reason")).isEqualTo("not-open");
        // His console may have been away, and says it again as it is.
        assertThat(again(ref, "Anything else?", LONG).type()).isEqualTo("unsent");
        ada.sayAndWait(conversation, "I am still here");
        visitor.awaitText("I am still here");
        assertThat(visitor.tape().all().toString()).doesNotContain("Anything else?");
    }

    @Test
    void whoMeansAnEndedConversationOpensItAgainAsEver() {
        end();
        hold(ada, "One more thing", 1);
        visitor.awaitText("One more thing");
        assertThat(visitor.transcript().entries())
                .extracting(Frame::type)
                .containsSubsequence("closed", "reopened", "claimed", "posted");
    }

    private void end() {
        int mark = ada.tape().size();
        visitor.send(Frame.of("end", "ref", ChatClient.ref()));
        ada.awaitEntry(mark, "closed", conversation);
    }

    private DeskClient desk(String login) {
        return DeskClient.open(server, login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    /** It is kept, and the server says for how long. */
    private String hold(DeskClient by, String text, int seconds) {
        String ref = UUID.randomUUID().toString();
        int mark = by.tape().size();
        by.send(post(ref, text, seconds));
        Frame held = by.tape().await(mark, "that it is held", frame -> frame.is("held") && isOf(frame, ref));
        assertThat(held.number("seconds")).isBetween(0L, (long) seconds);
        return ref;
    }

    private Frame again(String ref, String text, int seconds) {
        int mark = ada.tape().size();
        ada.send(post(ref, text, seconds));
        return answer(mark, ref);
    }

    private Frame unsend(String ref) {
        int mark = ada.tape().size();
        ada.send(Frame.of("unsend", "conversation", conversation, "ref", ref));
        return answer(mark, ref);
    }

    private Frame answer(int mark, String ref) {
        return ada.tape()
                .await(mark, "the answer", frame -> (frame.is("unsent") || frame.is("refused")) && isOf(frame, ref));
    }

    private Frame post(String ref, String text, int seconds) {
        return Frame.of("post", "conversation", conversation, "ref", ref, "text", text, "hold", seconds);
    }

    private static boolean isOf(Frame frame, String ref) {
        return frame.has("ref") && frame.text("ref").equals(ref);
    }
}
