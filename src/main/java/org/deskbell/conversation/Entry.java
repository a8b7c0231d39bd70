package org.deskbell.conversation;

import java.time.Instant;

/**
 * One line of a conversation's log. {@code seq} is dense from 1. {@code ref} and {@code text} may be null; {@code text} of
 * a release says why, of an assistance what was done, as JSON, of a note see
 * {@link Remark}, of a label {@link Labelling}, of a snooze the instant it ends, of a waking why; {@code delivered} and {@code seen} count for marks only.
 */
public record Entry(
        ConversationId conversation,
        long seq,
        Kind kind,
        Instant at,
        Author by,
        String ref,
        String text,
        long delivered,
        long seen) {}
