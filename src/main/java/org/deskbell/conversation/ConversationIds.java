package org.deskbell.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Public ids of new conversations. */
final class ConversationIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ONE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private ConversationIds() {}

    /** 128 random bits: who knows one still needs to be entitled, but nobody guesses or counts them. */
    static String publicId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "c-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Whether this may be one. Clients name whatever they like, and PostgreSQL takes neither U+0000 nor a lone surrogate, not even to compare with. */
    static boolean mayBeOne(String text) {
        return text != null && ONE.matcher(text).matches();
    }
}
