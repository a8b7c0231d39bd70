package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

class StillOnlineTest {
    private static final AgentId ADA = new AgentId(1);
    private static final AgentId BEN = new AgentId(2);

    private final List<String> refused = new ArrayList<>();

    @Test
    void onlyWhereItIsStillHisThatIsTheReason() {
        StillOnline reply = new StillOnline(ADA, asker());
        reply.refused(takenBy(ADA));
        reply.refused(takenBy(BEN));
        reply.refused(Refusal.of("not-open"));
        reply.refused(Refusal.later("busy", 2));
        assertThat(refused).containsExactly("still-online", "taken", "not-open", "busy");
    }

    private static Refusal takenBy(AgentId agent) {
        return new Refusal("taken", Author.agent(agent, null), null);
    }

    private Reply asker() {
        return new Reply() {
            @Override
            public void repeated(Entry original) {
                throw new AssertionError("nobody repeats");
            }

            @Override
            public void refused(Refusal refusal) {
                refused.add(refusal.reason());
            }
        };
    }
}
