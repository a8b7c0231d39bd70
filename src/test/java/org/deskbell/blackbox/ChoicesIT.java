package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B12: an agent's message offers what it can be answered with. */
class ChoicesIT {
    private static final List<String> OFFERED = List.of("The red one", "The blue one");

    private final URI server = ServerUnderTest.shared();
    private ChatClient visitor;
    private DeskClient ben;
    private String conversation;

    @BeforeEach
    void benHasAConversation() {
        visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
        ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        conversation = visitor.sayAndWait("is it in stock?").text("conversation");
        ben.follow(conversation);
    }

    @AfterEach
    void everybodyLeaves() {
        visitor.close();
        ben.close();
    }

    @Test
    void whatIsOfferedIsOnEveryScreenAndInTheTranscriptAndGoesWithTheWords() {
        long seq = ben.sendAndWait(asking(), "posted").number("seq");
        visitor.awaitText("Which one?");
        assertThat(visitor.transcript().message(seq).words("choices")).isEqualTo(OFFERED);
        assertThat(visitor.saved(server, "text")).contains(": Which one?\n    • The red one\n    • The blue one\n");

        int mark = ben.tape().size();
        ben.send(Frame.of(
                "edit", "conversation", conversation, "ref", ChatClient.ref(), "of", seq, "text", "Which size?"));
        ben.awaitEntry(mark, "edited", conversation);
        try (ChatClient tab = visitor.tab(server)) {
            tab.start();
            tab.awaitText("Which size?");
            assertThat(tab.transcript().message(seq).has("choices")).isFalse();
        }
        assertThat(visitor.saved(server, "text")).contains("Which size?").doesNotContain("• The red one");
    }

    @Test
    void aMessageThatIsHeldForAMomentOffersTheSameWhenItIsSaid() {
        ben.send(asking().with("hold", 1));
        visitor.awaitText("Which one?");
        List<Frame> said = visitor.transcript().messages();
        assertThat(said.get(said.size() - 1).words("choices")).isEqualTo(OFFERED);
    }

    @Test
    void ofTwoTabsThatChooseOneIsHeard() {
        long seq = ben.sendAndWait(asking(), "posted").number("seq");
        String ref = "choice-" + seq + "-" + conversation;
        try (ChatClient tab = visitor.tab(server)) {
            tab.start();
            visitor.send(Frame.of("post", "ref", ref, "text", OFFERED.get(0)));
            visitor.awaitText(OFFERED.get(0));
            int mark = tab.tape().size();
            tab.send(Frame.of("post", "ref", ref, "text", OFFERED.get(1)));
            Frame answer =
                    tab.tape().await(mark, "its answer", heard -> heard.is("posted") && ref.equals(heard.text("ref")));
            assertThat(answer.text("text")).isEqualTo(OFFERED.get(0));
        }
        ben.sayAndWait(conversation, "the red one it is");
        visitor.awaitText("the red one it is");
        assertThat(visitor.transcript().texts()).contains(OFFERED.get(0)).doesNotContain(OFFERED.get(1));
    }

    @Test
    void aVisitorOffersNothing() {
        int mark = visitor.tape().size();
        visitor.send(Frame.of(
                "post",
                "ref",
                ChatClient.ref(),
                "text",
                "Which one?",
                "choices",
                Json.createArrayBuilder(OFFERED).build()));
        Await.until("the refusal", () -> visitor.tape().all().stream()
                .skip(mark)
                .anyMatch(heard -> heard.is("refused") && heard.text("reason").equals("malformed")));
        assertThat(visitor.transcript().texts()).doesNotContain("Which one?");
    }

    private Frame asking() {
        return Frame.of(
                "post",
                "conversation",
                conversation,
                "ref",
                ChatClient.ref(),
                "text",
                "Which one?",
                "choices",
                Json.createArrayBuilder(OFFERED).build());
    }
}
