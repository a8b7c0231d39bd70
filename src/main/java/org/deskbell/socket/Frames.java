package org.deskbell.socket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Former;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.Labelling;
import org.deskbell.conversation.Offer;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Remark;
import org.deskbell.conversation.Side;
import org.deskbell.conversation.Silence;
import org.deskbell.conversation.Target;
import org.deskbell.protocol.Assisted;
import org.deskbell.protocol.By;
import org.deskbell.protocol.Claimed;
import org.deskbell.protocol.Closed;
import org.deskbell.protocol.Department;
import org.deskbell.protocol.Edited;
import org.deskbell.protocol.EntryFrame;
import org.deskbell.protocol.FormField;
import org.deskbell.protocol.Head;
import org.deskbell.protocol.Heeded;
import org.deskbell.protocol.Joined;
import org.deskbell.protocol.Labelled;
import org.deskbell.protocol.Marked;
import org.deskbell.protocol.Noted;
import org.deskbell.protocol.Passed;
import org.deskbell.protocol.Person;
import org.deskbell.protocol.Posted;
import org.deskbell.protocol.Rated;
import org.deskbell.protocol.Refused;
import org.deskbell.protocol.Released;
import org.deskbell.protocol.Removed;
import org.deskbell.protocol.Reopened;
import org.deskbell.protocol.Snoozed;
import org.deskbell.protocol.Transferred;
import org.deskbell.protocol.Woken;
import org.deskbell.site.Question;
import org.deskbell.staff.AgentId;

/** The conversation's words as the wire's. */
final class Frames {
    private Frames() {}

    /** Whether the visitor reads something else than agents do. */
    static boolean differs(Entry entry) {
        Silence silence = Silence.of(entry);
        return entry.kind().isPrivate()
                || entry.kind() == Kind.TRANSFERRED
                || entry.kind() == Kind.EDITED
                || entry.isAssigned()
                || Former.of(entry) != null
                || entry.kind() == Kind.RELEASED && !Objects.equals(entry.text(), toVisitor(entry.text()))
                || silence != null && silence.said();
    }

    /** The one way from the log to a screen, for each reader as much as is for him: to which of them a visitor is handed on is the house's own business. */
    static EntryFrame entry(Entry entry, Conversation of, Reader reader) {
        if (!reader.reads(entry)) return new Passed(of.publicId(), entry.seq());
        Head head = new Head(of.publicId(), entry.seq(), entry.at(), by(entry.by(), of.visitorPublicId()));
        return switch (entry.kind()) {
            case POSTED -> posted(head, entry);
            case CLAIMED -> reader == Reader.AGENT ? claimed(head, entry) : Claimed.by(head);
            case JOINED -> new Joined(head, true);
            case LEFT -> new Joined(head, false);
            case RELEASED -> new Released(head, reader == Reader.AGENT ? entry.text() : toVisitor(entry.text()));
            case TRANSFERRED -> transferred(head, entry.text(), reader);
            case CLOSED -> closed(head, Silence.of(entry), reader);
            case REOPENED -> new Reopened(head);
            case ASSISTED -> Assisted.of(head, entry.text());
            case RATED -> Rated.of(head, entry.text(), entry.ref());
            case REMOVED -> new Removed(head, entry.of(), entry.ref());
            case EDITED -> new Edited(head, entry.of(), entry.text(), agents(reader, entry.was()), entry.ref());
            case MARKED -> new Marked(head, entry.delivered(), entry.seen());
            case NOTED -> noted(head, entry);
            case HEEDED -> new Heeded(head);
            case LABELLED -> labelled(head, entry);
            case SNOOZED -> new Snoozed(head, entry.text() == null ? null : Instant.parse(entry.text()));
            case WOKEN -> new Woken(head, entry.text());
            case UNKNOWN -> new Passed(of.publicId(), entry.seq());
        };
    }

    private static EntryFrame posted(Head head, Entry entry) {
        boolean removed = entry.isRemoved();
        Long quote = removed ? null : entry.of();
        return new Posted(
                head, entry.text(), entry.ref(), files(entry), editedAt(entry), removed, quote, entry.choices());
    }

    /** That an agent did not look, or wanted to go, is no business of the visitor's. */
    private static String toVisitor(String why) {
        if (Offer.UNANSWERED.equals(why)) return "handed-back";
        return Change.DropOut.OFFLINE.equals(why) ? Change.DropOut.GONE : why;
    }

    private static EntryFrame claimed(Head head, Entry entry) {
        Former former = Former.of(entry);
        Person from = former == null ? null : new Person(former.agent().toString(), former.name());
        return new Claimed(head, entry.isAssigned(), from);
    }

    private static Instant editedAt(Entry entry) {
        return entry.isEdited() ? entry.alteredAt() : null;
    }

    /** What visitors are not told. */
    private static String agents(Reader reader, String words) {
        return reader == Reader.AGENT ? words : null;
    }

    /** Agents are told why it ended; a visitor, where his site has not told him in its own words. */
    private static EntryFrame closed(Head head, Silence silence, Reader reader) {
        boolean told = silence != null && (reader == Reader.AGENT || !silence.said());
        return new Closed(head, told ? silence.minutes() : null);
    }

    private static EntryFrame noted(Head head, Entry entry) {
        Remark remark = Remark.of(entry.text());
        List<String> mentions =
                remark.mentioned().stream().map(AgentId::toString).toList();
        return new Noted(head, remark.text(), mentions, entry.ref());
    }

    private static EntryFrame labelled(Head head, Entry entry) {
        Labelling labelling = Labelling.of(entry.text());
        return new Labelled(head, new Person(labelling.label().toString(), labelling.name()), labelling.on());
    }

    private static List<Posted.File> files(Entry entry) {
        if (entry.files() == null) return null;
        return entry.files().stream()
                .map(file ->
                        new Posted.File(file.id(), file.name(), file.size(), file.type(), file.width(), file.height()))
                .toList();
    }

    static FormField field(Question asked) {
        String label = asked.isStanding() ? null : asked.label();
        return new FormField(asked.id(), asked.kind().word(), label, asked.required(), asked.choices());
    }

    /** To the visitor a colleague has come, or somebody is being looked for. */
    private static EntryFrame transferred(Head head, String told, Reader reader) {
        boolean agent = reader == Reader.AGENT;
        Target to = Target.of(told);
        String why = Target.isOffline(told) ? Change.DropOut.OFFLINE : null;
        if (to instanceof Target.Colleague colleague) {
            String id = Long.toString(colleague.id().value());
            if (agent) return new Transferred(head, new Person(id, colleague.name()), null, why);
            By taker = new By(Side.AGENT.word(), id, colleague.name());
            return Claimed.by(new Head(head.conversation(), head.seq(), head.at(), taker));
        }
        Target.Department there = (Target.Department) to;
        if (!agent) return new Released(head, "transferred");
        return new Transferred(head, null, new Department(Long.toString(there.id()), there.name(), null), why);
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
