package org.deskbell.conversation;

import java.time.Instant;

/** The queue: how many open conversations nobody has, and since when the first visitor waits for an answer (null: none). */
public record Waiting(long conversations, Instant since) {}
