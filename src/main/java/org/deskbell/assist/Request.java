package org.deskbell.assist;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation;
import org.deskbell.staff.AgentId;

/**
 * What one agent asked a visitor for: a question until it is answered, and then what was allowed of it.
 *
 * @param id the name it was given by who asked
 * @param kinds asked for or, where {@code allowed}, allowed
 * @param purpose what it is for, or null
 * @param minutes for how long it was asked
 * @param until when it ends by itself, answered or not
 * @param proposals those that are not settled yet, by name
 * @param muted the visitor wants no further proposals
 * @param calling a call has begun and has not ended
 */
public record Request(
        String id,
        AgentId agent,
        String name,
        List<Permission> kinds,
        boolean allowed,
        String purpose,
        int minutes,
        Instant until,
        List<String> proposals,
        boolean muted,
        boolean calling) {

    /** Whether it can still be answered, or used: the conversation is open, its owner has not changed, and it is not too late. */
    boolean holds(Conversation in, Instant at) {
        return whyOver(in, false, at) == null;
    }

    /** Why it is over by itself, in the wire's word; null while it is not. */
    String whyOver(Conversation in, boolean broken, Instant at) {
        if (!in.open()) return "closed";
        if (broken || in.owner() == null) return "owner";
        if (at.isBefore(until)) return null;
        return allowed ? "expired" : "unanswered";
    }

    boolean allows(Permission kind) {
        return allowed && kinds.contains(kind);
    }

    public boolean allowsCall() {
        return allowed && kinds.stream().anyMatch(Permission::isCall);
    }

    /** A question, to be answered until then. */
    Request asking(Instant end) {
        return new Request(id, agent, name, kinds, false, purpose, minutes, end, List.of(), false, false);
    }

    Request with(List<Permission> some) {
        return new Request(id, agent, name, some, allowed, purpose, minutes, until, proposals, muted, calling);
    }

    Request allowed(List<Permission> some, Instant end) {
        return new Request(id, agent, name, some, true, purpose, minutes, end, proposals, muted, calling);
    }

    Request proposing(List<String> open, boolean noMore) {
        return new Request(id, agent, name, kinds, allowed, purpose, minutes, until, open, noMore, calling);
    }

    Request calling(boolean now) {
        return new Request(id, agent, name, kinds, allowed, purpose, minutes, until, proposals, muted, now);
    }
}
