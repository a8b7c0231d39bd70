package org.deskbell.conversation;

/** Why a change was not made: the wire's reason; who has it, or null; seconds after which it may work, or null. */
public record Refusal(String reason, Author by, Integer retryAfter) {
    public static Refusal of(String reason) {
        return new Refusal(reason, null, null);
    }

    /** Not now: the same change, with the same ref, may be sent again after {@code seconds}. */
    public static Refusal later(String reason, int seconds) {
        return new Refusal(reason, null, seconds);
    }
}
