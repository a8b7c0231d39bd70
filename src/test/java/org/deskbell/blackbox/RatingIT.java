package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B15: how it was, said by its visitor after the end. */
class RatingIT {
    private final URI server = ServerUnderTest.shared();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aRatingIsAnEntryThatBothSeeAndTheLastOneCounts(Carrier carrier) {
        ChatClient visitor = visitor(carrier);
        DeskClient agent = agent(carrier);
        String conversation = ended(visitor);
        agent.follow(conversation);

        Frame rate = rate(conversation, 4).with("comment", "quick & <kind>");
        int mark = agent.tape().size();
        Frame own = visitor.sendAndWait(rate, "rated");
        assertThat(own.number("stars")).isEqualTo(4);
        assertThat(own.text("comment")).isEqualTo("quick & <kind>");
        assertThat(own.text("ref")).isEqualTo(rate.text("ref"));
        assertThat(own.child("by").text("kind")).isEqualTo("visitor");
        Frame seen = agent.awaitEntry(mark, "rated", conversation);
        assertThat(seen.number("seq")).isEqualTo(own.number("seq"));
        agent.tape().await("a summary with four stars", frame -> rated(frame, conversation, 4));

        // The answer was lost: the same ref is the same rating.
        assertThat(visitor.sendAndWait(rate, "rated").number("seq")).isEqualTo(own.number("seq"));
        assertThat(visitor.sendAndWait(rate(conversation, 2), "rated").number("seq"))
                .isEqualTo(own.number("seq") + 1);
        agent.tape().await("a summary with two stars", frame -> rated(frame, conversation, 2));
    }

    @Test
    void whatGoesOnIsNotRated() {
        ChatClient visitor = visitor(Carrier.WEBSOCKET);
        String conversation = visitor.sayAndWait("still here").text("conversation");
        assertThat(refusal(visitor, rate(conversation, 5))).isEqualTo("not-closed");
        assertThat(visitor.transcript().entries()).extracting(Frame::type).doesNotContain("rated");
    }

    /** S13. */
    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anotherVisitorsConversationIsNotRated(Carrier carrier) {
        ChatClient victim = visitor(carrier);
        String conversation = ended(victim);
        ChatClient thief = visitor(carrier);
        String own = ended(thief);

        assertThat(refusal(thief, rate(conversation, 1))).isEqualTo("not-open");
        assertThat(refusal(thief, rate("no-such-conversation", 1))).isEqualTo("not-open");
        assertThat(thief.sendAndWait(rate(own, 5), "rated").text("conversation"))
                .isEqualTo(own);
        assertThat(victim.sendAndWait(rate(conversation, 3), "rated").number("stars"))
                .isEqualTo(3);
        assertThat(victim.transcript().entries().stream().filter(entry -> entry.is("rated")))
                .hasSize(1);
    }

    /** S15. */
    @Test
    void nothingButStarsAndCommentIsTaken() {
        ChatClient visitor = visitor(Carrier.WEBSOCKET);
        String conversation = ended(visitor);
        assertThat(refusal(visitor, rate(conversation, 5).with("status", "open")))
                .isEqualTo("malformed");
        assertThat(refusal(visitor, rate(conversation, 9))).isEqualTo("malformed");
        assertThat(visitor.transcript().entries()).extracting(Frame::type).doesNotContain("rated");
    }

    private static boolean rated(Frame frame, String conversation, int stars) {
        return frame.is("inbox")
                && frame.children("items").stream()
                        .anyMatch(item -> conversation.equals(item.text("conversation"))
                                && item.has("rating")
                                && item.number("rating") == stars);
    }

    private static Frame rate(String conversation, int stars) {
        return Frame.of("rate", "ref", ChatClient.ref(), "conversation", conversation, "stars", stars);
    }

    private static String refusal(ChatClient visitor, Frame frame) {
        int mark = visitor.tape().size();
        visitor.send(frame);
        return visitor.tape().await(mark, "refused").text("reason");
    }

    private static String ended(ChatClient visitor) {
        String conversation = visitor.sayAndWait("that was all").text("conversation");
        int mark = visitor.tape().size();
        visitor.send(Frame.of("end", "ref", ChatClient.ref()));
        visitor.tape().await(mark, "closed");
        return conversation;
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
}
