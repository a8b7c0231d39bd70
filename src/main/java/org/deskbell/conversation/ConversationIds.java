package org.deskbell.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.LongSupplier;

/** Ids of new conversations, taken from the database's sequence in blocks. Used by the writer alone. */
final class ConversationIds {
    /** The increment of the sequence {@code conversation_ids}. */
    static final int BLOCK = 50;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LongSupplier blocks;
    private long next;
    private long end;

    ConversationIds(LongSupplier blocks) {
        this.blocks = blocks;
    }

    long next() {
        if (next == end) {
            next = blocks.getAsLong();
            end = next + BLOCK;
        }
        return next++;
    }

    /** 128 random bits: who knows one still needs to be entitled, but nobody guesses or counts them. */
    static String publicId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "c-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
