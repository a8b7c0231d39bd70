package org.deskbell.socket;

import org.deskbell.conversation.Author;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Side;
import org.deskbell.protocol.Assisted;
import org.deskbell.protocol.By;
import org.deskbell.protocol.Claimed;
import org.deskbell.protocol.Closed;
import org.deskbell.protocol.EntryFrame;
import org.deskbell.protocol.Head;
import org.deskbell.protocol.Marked;
import org.deskbell.protocol.Posted;
import org.deskbell.protocol.Refused;
import org.deskbell.protocol.Released;
import org.deskbell.protocol.Reopened;

/** The conversation's words as the wire's. */
final class Frames {
    private Frames() {}

    static EntryFrame entry(Entry entry, Conversation of) {
        Head head = new Head(of.publicId(), entry.seq(), entry.at(), by(entry.by(), of.visitorPublicId()));
        return switch (entry.kind()) {
            case POSTED -> new Posted(head, entry.text(), entry.ref());
            case CLAIMED -> new Claimed(head);
            case RELEASED -> new Released(head, entry.text());
            case CLOSED -> new Closed(head);
            case REOPENED -> new Reopened(head);
            case ASSISTED -> Assisted.of(head, entry.text());
            case MARKED -> new Marked(head, entry.delivered(), entry.seen());
        };
    }

    /** Visitors are known to screens by their public id. */
    static By by(Author author, String visitorPublicId) {
        String id = author.side() == Side.VISITOR ? visitorPublicId : Long.toString(author.id());
        return new By(author.side().word(), id, author.name());
    }

    static Refused refused(String of, String ref, String conversation, Refusal refusal) {
        By by = refusal.by() == null ? null : by(refusal.by(), null);
        return new Refused(of, ref, conversation, refusal.reason(), null, by, refusal.retryAfter());
    }

    static Refused refused(String of, String ref, String reason) {
        return new Refused(of, ref, null, reason, null, null, null);
    }
}
