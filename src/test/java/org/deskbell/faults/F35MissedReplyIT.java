package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** F35: an agent was away while a colleague answered. He sees the answer before he can give a second one. */
class F35MissedReplyIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void whatAColleagueSaidMeanwhileIsThereBeforeTheConversationIsLiveAgain(Carrier carrier) {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, carrier);
                DeskClient away = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier);
                DeskClient colleague = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, carrier)) {
            String conversation = visitor.sayAndWait("hello?").text("conversation");
            away.follow(conversation);
            away.vanish();
            colleague.follow(conversation);
            colleague.sayAndWait(conversation, "I take care of it");
            for (int i = 0; i < 120; i++) {
                if (i % 30 == 0) {
                    colleague.send(org.deskbell.support.Frame.of("ping"));
                }
                colleague.sayAndWait(conversation, "line " + i);
            }
            int mark = away.tape().size();
            away.start();
            away.tape()
                    .await(mark, "live", frame -> frame.is("live") && conversation.equals(frame.text("conversation")));

            assertThat(away.transcript(conversation).texts()).contains("I take care of it", "line 119");
            int asked = away.ask("claim", conversation);
            assertThat(away.tape().await(asked, "refused").text("reason")).isEqualTo("taken");
        }
    }
}
