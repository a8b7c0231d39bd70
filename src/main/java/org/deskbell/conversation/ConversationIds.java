package org.deskbell.conversation;

import java.security.SecureRandom;
import java.util.Base64;

/** Public ids of new conversations. */
final class ConversationIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ConversationIds() {}

    /** 128 random bits: who knows one still needs to be entitled, but nobody guesses or counts them. */
    static String publicId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "c-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
