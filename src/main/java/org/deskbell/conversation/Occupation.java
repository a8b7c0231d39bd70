package org.deskbell.conversation;

import java.time.Instant;

/** Tells whether something goes on in a conversation, so that its site does not end it. Pure, and quick: it is asked under the row's lock. */
@FunctionalInterface
public interface Occupation {
    boolean lasts(Conversation in, Instant at);
}
