package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S09: what agents say and do among themselves reaches no visitor, whichever way he reads the log. */
class S09AmongAgentsIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aVisitorLearnsNothingButTheNumberOfWhatIsPrivate(Carrier carrier) {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, carrier);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier)) {
            visitor.sayAndWait("one");
            String conversation = visitor.sayAndWait("two").text("conversation");
            agent.follow(conversation);
            String secret = "secret " + UUID.randomUUID();

            Frame noted = note(agent, conversation, secret);
            String label = label(agent, conversation);
            snooze(agent, conversation);
            String answer = "answer " + UUID.randomUUID();
            agent.sayAndWait(conversation, answer);
            visitor.awaitText(answer);
            Frame live = passed(visitor, noted.number("seq"));
            assertThat(live.names()).containsExactlyInAnyOrder("type", "conversation", "seq");

            try (ChatClient resumed = visitor.tab(server).saying(hello -> hello.with("conversation", conversation)
                            .with("after", 1)
                            .with("epoch", visitor.epoch()));
                    ChatClient anew = visitor.tab(server)) {
                for (ChatClient tab : List.of(resumed, anew)) {
                    tab.start();
                    tab.tape().await("live");
                    passed(tab, noted.number("seq"));
                    assertThat(tab.tape().all().toString())
                            .contains(answer)
                            .doesNotContain(secret)
                            .doesNotContain(label);
                }
            }

            int mark = visitor.tape().size();
            visitor.send(Frame.of("before", "seq", noted.number("seq") + 4, "limit", 100));
            Frame older = visitor.tape().await(mark, "older");
            assertThat(older.children("entries")).anyMatch(entry -> entry.is("passed"));
            assertThat(visitor.tape().all().toString())
                    .doesNotContain(secret)
                    .doesNotContain(label)
                    .doesNotContain("noted")
                    .doesNotContain("labelled")
                    .doesNotContain("snoozed")
                    .doesNotContain("woken");
        }
    }

    private static Frame passed(ChatClient visitor, long seq) {
        return visitor.tape().await("passed " + seq, frame -> frame.is("passed") && frame.number("seq") == seq);
    }

    private static String label(DeskClient agent, String conversation) {
        Frame label = agent.tape()
                .await("labels", frame -> frame.has("labels"))
                .children("labels")
                .get(0);
        agent.send(Frame.of(
                "label", "conversation", conversation, "ref", ChatClient.ref(), "label", label.text("id"), "on", true));
        agent.awaitEntry(0, "labelled", conversation);
        return label.text("name");
    }

    private static void snooze(DeskClient agent, String conversation) {
        agent.ask("snooze", conversation);
        agent.awaitEntry(0, "snoozed", conversation);
        agent.ask("wake", conversation);
        agent.awaitEntry(0, "woken", conversation);
    }

    private static Frame note(DeskClient agent, String conversation, String text) {
        String ref = ChatClient.ref();
        agent.send(Frame.of("note", "conversation", conversation, "ref", ref, "text", text));
        return agent.tape().await("note " + text, frame -> frame.is("noted") && ref.equals(frame.text("ref")));
    }
}
