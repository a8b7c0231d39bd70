package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** C7: an answer says to which message, to everybody and for good. */
class QuoteIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void anAnswerNamesWhatItAnswersOnBothSidesAndInTheTranscriptWhateverBecomesOfIt() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            Frame question = visitor.sayAndWait("is the red one\nin stock?");
            String conversation = question.text("conversation");
            ben.follow(conversation);
            Frame note = Frame.of(
                    "note",
                    "conversation",
                    conversation,
                    "ref",
                    ChatClient.ref(),
                    "text",
                    "a regular",
                    "mentions",
                    null);
            int mark = ben.tape().size();
            ben.send(note);
            long noted = ben.awaitEntry(mark, "noted", conversation).number("seq");
            assertThat(ben.refusalOf(answer(conversation, "to a note", noted))).isEqualTo("unknown-message");
            assertThat(ben.refusalOf(answer(conversation, "to nothing", 9_999))).isEqualTo("unknown-message");

            Frame first = ben.sendAndWait(answer(conversation, "it is", question.number("seq")), "posted");
            assertThat(first.number("quote")).isEqualTo(question.number("seq"));
            Frame second = ben.sendAndWait(answer(conversation, "until Friday", first.number("seq")), "posted");
            Await.until("both", () -> visitor.transcript().after() >= second.number("seq"));
            assertThat(visitor.transcript().message(first.number("seq")).number("quote"))
                    .isEqualTo(question.number("seq"));

            mark = ben.tape().size();
            ben.send(Frame.of(
                    "remove", "conversation", conversation, "ref", ChatClient.ref(), "of", first.number("seq")));
            ben.awaitEntry(mark, "removed", conversation);
            try (ChatClient tab = visitor.tab(server)) {
                tab.start();
                Await.until("everything", () -> tab.transcript().after() > second.number("seq"));
                assertThat(tab.transcript().message(first.number("seq")).has("quote"))
                        .isFalse();
                assertThat(tab.transcript().message(second.number("seq")).number("quote"))
                        .isEqualTo(first.number("seq"));
            }
            Frame third =
                    ben.sendAndWait(answer(conversation, "and the blue one too", question.number("seq")), "posted");
            assertThat(third.number("quote")).isEqualTo(question.number("seq"));
            assertThat(visitor.saved(server, "text"))
                    .contains(
                            ": > Message removed\n    until Friday", ": > is the red one in stock?\n    and the blue");
            assertThat(visitor.saved(server, "html"))
                    .contains(">Message removed</blockquote>", ">is the red one in stock?</blockquote>");
        }
    }

    @Test
    void aVisitorAnswersOneMessageOfHisConversationAndNothingThatHeDoesNotSee() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            assertThat(sent(visitor, "to nothing yet", 1).has("quote")).isFalse();
            String conversation = visitor.conversation();
            ben.follow(conversation);
            Frame offer = ben.sayAndWait(conversation, "the red one or the blue one?");
            int mark = ben.tape().size();
            ben.send(Frame.of(
                    "note",
                    "conversation",
                    conversation,
                    "ref",
                    ChatClient.ref(),
                    "text",
                    "a regular",
                    "mentions",
                    null));
            long noted = ben.awaitEntry(mark, "noted", conversation).number("seq");
            assertThat(sent(visitor, "to a note", noted).text("reason")).isEqualTo("unknown-message");
            assertThat(sent(visitor, "to nothing", 9_999).text("reason")).isEqualTo("unknown-message");

            Frame answer = sent(visitor, "the red one", offer.number("seq"));
            assertThat(answer.number("quote")).isEqualTo(offer.number("seq"));
            ben.awaitText(conversation, "the red one");
            assertThat(ben.transcript(conversation)
                            .message(answer.number("seq"))
                            .number("quote"))
                    .isEqualTo(offer.number("seq"));
            assertThat(visitor.transcript().texts()).doesNotContain("to a note", "to nothing");
            assertThat(visitor.saved(server, "text")).contains(": > the red one or the blue one?\n    the red one");
        }
    }

    /** Says it to this message; its entry, or why not. */
    private static Frame sent(ChatClient visitor, String text, long quote) {
        String ref = ChatClient.ref();
        int mark = visitor.tape().size();
        visitor.send(Frame.of("post", "ref", ref, "text", text, "quote", quote));
        return visitor.tape()
                .await(
                        mark,
                        text,
                        heard -> (heard.is("posted") || heard.is("refused")) && ref.equals(heard.text("ref")));
    }

    private static Frame answer(String conversation, String text, long quote) {
        return Frame.of("post", "conversation", conversation, "ref", ChatClient.ref(), "text", text, "quote", quote);
    }
}
