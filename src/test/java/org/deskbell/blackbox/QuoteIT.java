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

    private static Frame answer(String conversation, String text, long quote) {
        return Frame.of("post", "conversation", conversation, "ref", ChatClient.ref(), "text", text, "quote", quote);
    }
}
