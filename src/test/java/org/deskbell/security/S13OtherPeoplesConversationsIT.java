package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S13: a visitor with a token of his own asks for a conversation that is not his. */
class S13OtherPeoplesConversationsIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anotherVisitorsConversationIsNotGivenAway(Carrier carrier) {
        try (ChatClient victim = ChatClient.open(server, Demo.SITE, carrier);
                ChatClient thief = ChatClient.open(server, Demo.SITE, carrier)) {
            String secret = "secret " + UUID.randomUUID();
            String conversation = victim.sayAndWait(secret).text("conversation");
            try (ChatClient again = thief.tab(server).saying(hello -> hello.with("conversation", conversation)
                    .with("after", 0)
                    .with("epoch", thief.epoch()))) {
                again.start();
                again.sayAndWait("mine");
                assertThat(again.conversation()).isNotEqualTo(conversation);
                assertThat(again.tape().all().toString()).doesNotContain(secret).doesNotContain(conversation);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void aMessageNeverReachesAConnectionThatIsNotPartOfItsConversation(Carrier carrier) {
        try (ChatClient one = ChatClient.open(server, Demo.SITE, carrier);
                ChatClient other = ChatClient.open(server, Demo.SITE, carrier);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier);
                DeskClient bystander = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier)) {
            String first = one.sayAndWait("one").text("conversation");
            other.sayAndWait("other");
            agent.follow(first);
            String secret = "secret " + UUID.randomUUID();
            agent.sayAndWait(first, secret);
            one.awaitText(secret);
            one.send(Frame.of("typing", "on", true));
            other.sayAndWait("end");

            assertThat(other.tape().all().toString()).doesNotContain(secret).doesNotContain(first);
            assertThat(other.tape().all("typing")).isEmpty();
            assertThat(bystander.tape().all(frame -> frame.isEntry() || frame.is("typing")))
                    .isEmpty();
        }
    }

    @Test
    void anAgentGetsOneAnswerForWhatDoesNotExistAndWhatIsNotHis() {
        try (DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            for (String type : new String[] {"open", "claim", "release", "close"}) {
                int mark = agent.tape().size();
                Frame asked = Frame.of(type, "conversation", "no-such-conversation");
                agent.send(type.equals("open") ? asked : asked.with("ref", ChatClient.ref()));
                Frame refused = agent.tape().await(mark, "refused");
                assertThat(refused.text("reason")).isEqualTo("unknown-conversation");
                assertThat(refused.text("of")).isEqualTo(type);
            }
        }
    }
}
