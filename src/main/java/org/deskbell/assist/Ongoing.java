package org.deskbell.assist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Occupation;

/** While anything is asked, allowed or called in a conversation, its site does not end it. */
@ApplicationScoped
class Ongoing implements Occupation {
    @Override
    public boolean lasts(Conversation in, Instant at) {
        return !Requests.of(in).holding(in, at).isEmpty();
    }
}
