package org.deskbell.conversation;

import java.time.Instant;

/** When a conversation began to wait, when an agent took it and when the first answer came. {@code department}, {@code taken}, {@code answered} may be null. */
public record Taken(Long department, Instant queued, Instant taken, Instant answered) {}
