package org.deskbell.socket;

import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;

/** What came of it that an agent looks at what he was given: where it could not be written now, he says so again. */
record Looked(Feed feed) implements Reply {
    @Override
    public void repeated(Entry original) {
        // it is kept
    }

    @Override
    public void refused(Refusal refusal) {
        if (refusal.retryAfter() != null) feed.looksAgain(refusal.retryAfter());
    }
}
