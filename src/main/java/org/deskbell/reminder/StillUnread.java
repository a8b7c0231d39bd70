package org.deskbell.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.Notice.Unread;

/** Whether a mail that waited still has something to tell: much may have happened since it was asked for. */
@ApplicationScoped
public class StillUnread {
    @Inject
    private Conversations conversations;

    @Inject
    private Reminders reminders;

    @Inject
    private Readers readers;

    /** The conversation as it stands; empty where somebody has looked at it, or it is not this agent's to look at any more. */
    public Optional<Conversation> of(Unread unread) {
        return conversations
                .byId(unread.conversation())
                .filter(Conversation::isUnread)
                .filter(now -> now.agentMarks().seen() == unread.seen())
                .filter(now -> reminders.of(now.site()).sends())
                .filter(now -> readers.concerns(unread.agent(), now));
    }
}
