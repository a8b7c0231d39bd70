package org.deskbell.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.staff.AgentId;

/**
 * One conversation while its row is locked: applies changes, gives the next {@code seq} and keeps what has to be written.
 * Pure: it knows no database and no clock.
 */
final class Folio {
    private static final int PREVIEW = 200;
    private static final Duration LONGEST_SLEEP = Duration.ofDays(366);

    /** For how long after the end a visitor may rate it, or change his mind. */
    static final Duration RATING = Duration.ofHours(24);

    private final Conversation locked;
    private final List<Entry> written = new ArrayList<>();
    private final Map<Long, Entry> said = new HashMap<>();
    private Long department;
    private boolean open;
    private AgentId owner;
    private long lastSeq;
    private Marks visitorMarks;
    private Marks agentMarks;
    private int unread;
    private Last last;
    private Instant changedAt;
    private Instant queuedAt;
    private Instant waitingSince;
    private String assistance;
    private Aside aside;
    private List<AgentId> joined;

    Folio(Conversation locked) {
        this.locked = locked;
        department = locked.department();
        open = locked.open();
        owner = locked.owner();
        lastSeq = locked.lastSeq();
        visitorMarks = locked.visitorMarks();
        agentMarks = locked.agentMarks();
        unread = locked.unread();
        last = locked.last();
        changedAt = locked.changedAt();
        queuedAt = locked.queuedAt();
        waitingSince = locked.waitingSince();
        assistance = locked.assistance();
        aside = locked.aside();
        joined = locked.joined();
    }

    ConversationId id() {
        return locked.id();
    }

    /** The conversation as it stands after what was applied. */
    Conversation now() {
        return new Conversation(
                locked.id(),
                locked.publicId(),
                locked.site(),
                department,
                locked.visitor(),
                locked.visitorPublicId(),
                open,
                owner,
                lastSeq,
                visitorMarks,
                agentMarks,
                unread,
                last,
                locked.startedAt(),
                changedAt,
                queuedAt,
                waitingSince,
                assistance,
                aside,
                joined);
    }

    /** What was said here before, for a change that is about it. */
    void hold(Entry entry) {
        said.put(entry.seq(), entry);
    }

    List<Entry> written() {
        return written;
    }

    Refusal apply(Change change, Instant at) {
        return apply(change, at, Map.of());
    }

    /** Whether anything is to be saved; what nobody is told of writes nothing. */
    boolean isChanged() {
        return !written.isEmpty()
                || !Objects.equals(aside.offer(), locked.aside().offer());
    }

    /** Makes the change, or says why not; null where it was made. {@code uploads} are those that changes name, locked. */
    Refusal apply(Change change, Instant at, Map<String, Upload> uploads) {
        Marks before = agentMarks;
        Refusal no = make(change, at, uploads);
        if (no == null && aside.offer() != null) settle(change, before);
        if (no == null) joined = open ? without(owner) : List.of();
        return no;
    }

    /** Those who joined, but for this one. */
    private List<AgentId> without(AgentId agent) {
        if (joined.isEmpty()) return joined;
        return joined.stream().filter(each -> !each.equals(agent)).toList();
    }

    /** Whoever was given it has done something there, or a colleague who joined has answered; or it is not his any more. */
    private void settle(Change change, Marks before) {
        AgentId to = aside.offer().to();
        boolean his = change.by().side() == Side.AGENT && change.by().id() == to.value();
        boolean gets = change instanceof Change.Assign || change instanceof Change.Withdraw;
        boolean onlyArrived = change instanceof Change.Mark && agentMarks.seen() == before.seen();
        boolean acts = his && !gets && !onlyArrived;
        boolean answered = change instanceof Change.Say && change.by().side() == Side.AGENT;
        if (acts || answered || !open || !to.equals(owner)) aside = aside.offered(null);
    }

    private Refusal make(Change change, Instant at, Map<String, Upload> uploads) {
        if (change instanceof Change.Say say) return say(say, at, uploads);
        if (change instanceof Change.Mark mark) return mark(mark, at);
        if (change instanceof Change.Claim claim) return claim(claim, at);
        if (change instanceof Change.Join join) return join(join, at);
        if (change instanceof Change.Assign assign) return assign(assign, at);
        if (change instanceof Change.Release release) return release(release, at);
        if (change instanceof Change.Transfer transfer) return transfer(transfer, at);
        if (change instanceof Change.DropOut gone) return dropOut(gone, at);
        if (change instanceof Change.Give give) return give(give, at);
        if (change instanceof Change.Rate rate) return rate(rate, at);
        if (change instanceof Change.Assist assist) return assist(assist, at);
        if (change instanceof Change.Note note) return note(note, at);
        if (change instanceof Change.Heed heed) return heed(heed, at);
        if (change instanceof Change.Label label) return label(label, at);
        if (change instanceof Change.Snooze snooze) return snooze(snooze, at);
        if (change instanceof Change.Wake wake) return wake(wake, at);
        if (change instanceof Change.Remove remove) return remove(remove, at);
        if (change instanceof Change.Edit edit) return edit(edit, at);
        if (change instanceof Change.GiveUp giveUp) return giveUp(giveUp, at);
        if (change instanceof Change.Look) return null;
        if (change instanceof Change.Withdraw withdraw) return withdraw(withdraw, at);
        return close((Change.Close) change, at);
    }

    /** The first entry of a new conversation, where the site has something to say. */
    void greet(Opening opening, Instant at) {
        if (opening.greeting().isBlank()) return;
        Author site = new Author(Side.SITE, opening.site().value(), opening.siteName());
        write(Kind.POSTED, at, site, null, opening.greeting());
        message(site, opening.greeting(), at);
    }

    private Refusal say(Change.Say say, Instant at, Map<String, Upload> uploads) {
        boolean agent = say.by().side() == Side.AGENT;
        if (!open && say.onlyOpen()) return Refusal.of("not-open");
        if (agent
                && open
                && ownedByOther(say.by())
                && !joined.contains(new AgentId(say.by().id()))) return taken();
        List<Upload> brought = say.files().stream().map(uploads::get).toList();
        for (Upload upload : brought) {
            if (upload == null || !upload.mayBeSaidBy(author(say.by()), locked)) return Refusal.of("unknown-file");
            if (brought.size() > upload.together()) return Refusal.of("too-many-files");
        }
        boolean answers = say.quote() > 0;
        if (answers && !isMessage(said.get(say.quote()))) return Refusal.of("unknown-message");
        if (!open) reopen(say.by(), at);
        if (say.by().side() == Side.VISITOR) wakeUp(say.by(), null, "visitor", at);
        if (agent && owner == null) own(say.by(), null, null, at);
        List<Attached> files =
                brought.isEmpty() ? null : brought.stream().map(Upload::use).toList();
        Long of = answers ? say.quote() : null;
        write(Kind.POSTED, at, say.by(), say.ref(), say.text(), files, of, null, say.choices());
        message(say.by(), say.text().isBlank() ? names(files) : say.text(), at);
        return null;
    }

    /** What the lists show of a message that is nothing but files. */
    private static String names(List<Attached> files) {
        return files == null ? "" : files.stream().map(Attached::name).collect(Collectors.joining(", ", "📎 ", ""));
    }

    /** It stands where it stood in the lists, and what was counted stays counted. */
    private Refusal remove(Change.Remove remove, Instant at) {
        Entry message = said.get(remove.of());
        Refusal no = whyNot(message, remove.by(), remove.administrator());
        if (no != null) return no;
        write(Kind.REMOVED, at, remove.by(), remove.ref(), null, null, message.seq(), null, List.of());
        says(message, "", null, at);
        return null;
    }

    private Refusal edit(Change.Edit edit, Instant at) {
        Entry message = said.get(edit.of());
        Refusal no = whyNot(message, edit.by(), false);
        if (no != null) return no;
        if (!open) return Refusal.of("not-open");
        if (message.text().equals(edit.text())) return null;
        write(Kind.EDITED, at, edit.by(), edit.ref(), edit.text(), null, message.seq(), message.text(), List.of());
        says(message, edit.text(), message.files(), at);
        return null;
    }

    /** Why he may not alter this, which may be no message of an agent; null where he may. */
    private static Refusal whyNot(Entry message, Author by, boolean others) {
        if (!isMessage(message) || message.by().side() != Side.AGENT) return Refusal.of("unknown-message");
        if (!others && message.by().id() != by.id()) return Refusal.of("not-yours");
        return message.isRemoved() ? Refusal.of("already-removed") : null;
    }

    private static boolean isMessage(Entry entry) {
        return entry != null && entry.kind() == Kind.POSTED;
    }

    private void says(Entry message, String text, List<Attached> files, Instant since) {
        said.put(message.seq(), message.saying(text, files, since));
        if (last != null && last.seq() == message.seq()) last = new Last(last.seq(), last.by(), cut(text), last.at());
    }

    private Refusal mark(Change.Mark mark, Instant at) {
        boolean agent = mark.by().side() == Side.AGENT;
        Marks old = agent ? agentMarks : visitorMarks;
        long seen = Math.max(old.seen(), Math.min(mark.seen(), lastSeq));
        long delivered = Math.max(seen, Math.max(old.delivered(), Math.min(mark.delivered(), lastSeq)));
        Marks moved = new Marks(delivered, seen);
        if (moved.equals(old)) return null;
        lastSeq++;
        written.add(new Entry(locked.id(), lastSeq, Kind.MARKED, at, author(mark.by()), null, null, delivered, seen));
        if (agent) agentMarks = moved;
        else visitorMarks = moved;
        if (last == null || agentMarks.seen() >= last.seq()) unread = 0;
        return null;
    }

    private Refusal claim(Change.Claim claim, Instant at) {
        if (!open) return Refusal.of("not-open");
        Former from = claim.from();
        boolean takesOver = ownedByOther(claim.by());
        if (takesOver && (from == null || !from.agent().equals(owner))) return taken();
        wakeUp(claim.by(), null, "agent", at);
        if (takesOver) breakAssistance();
        if (takesOver || owner == null) own(claim.by(), claim.ref(), takesOver ? from.kept() : null, at);
        return null;
    }

    private Refusal join(Change.Join join, Instant at) {
        AgentId agent = new AgentId(join.by().id());
        boolean in = joined.contains(agent);
        if (!join.on()) {
            if (in) write(Kind.LEFT, at, join.by(), join.ref(), null);
            joined = without(agent);
            return null;
        }
        if (!open) return Refusal.of("not-open");
        if (owner == null) return Refusal.of("unowned");
        if (in || agent.equals(owner)) return null;
        if (joined.size() >= Conversation.BESIDE) return Refusal.of("full");
        write(Kind.JOINED, at, join.by(), join.ref(), null);
        joined = Stream.concat(joined.stream(), Stream.of(agent)).toList();
        return null;
    }

    private Refusal assign(Change.Assign assign, Instant at) {
        boolean waits = open && owner == null && aside.snooze() == null;
        if (!waits) return null;
        own(assign.by(), null, Entry.ASSIGNED, at);
        if (assign.timed()) aside = aside.offered(new Offer(owner, at));
        return null;
    }

    private Refusal withdraw(Change.Withdraw withdraw, Instant at) {
        Offer offer = aside.offer();
        boolean his = offer != null && offer.to().value() == withdraw.by().id();
        if (his && offer.isOver(now(), withdraw.patience(), at)) backToQueue(withdraw.by(), null, Offer.UNANSWERED, at);
        return null;
    }

    private Refusal release(Change.Release release, Instant at) {
        if (!open) return Refusal.of("not-open");
        if (owner == null || ownedByOther(release.by())) return Refusal.of("not-yours");
        backToQueue(release.by(), release.ref(), "handed-back", at);
        return null;
    }

    /** The time it was queued stays here too: who was sent to another department does not wait anew. */
    private Refusal transfer(Change.Transfer transfer, Instant at) {
        if (!open) return Refusal.of("not-open");
        if (ownedByOther(transfer.by())) return taken();
        if (!Objects.equals(department, transfer.from())) return Refusal.of("moved");
        if (isThere(transfer.to())) return null;
        wakeUp(transfer.by(), null, "agent", at);
        write(Kind.TRANSFERRED, at, transfer.by(), transfer.ref(), transfer.to().told());
        if (transfer.to() instanceof Target.Department there) {
            department = there.id();
            // Others work there: not all who are in it may see it any more.
            joined = List.of();
        }
        owner = transfer.to() instanceof Target.Colleague colleague ? colleague.id() : null;
        breakAssistance();
        return null;
    }

    private boolean isThere(Target to) {
        if (to instanceof Target.Colleague colleague) return colleague.id().equals(owner);
        return owner == null && Objects.equals(department, ((Target.Department) to).id());
    }

    private Refusal dropOut(Change.DropOut gone, Instant at) {
        boolean sleepsOn = gone.why().equals(Change.DropOut.OFFLINE) && aside.snooze() != null;
        if (open && gone.owner().equals(owner) && !sleepsOn) backToQueue(gone.by(), null, gone.why(), at);
        return null;
    }

    private Refusal give(Change.Give give, Instant at) {
        boolean his = owner != null && !ownedByOther(give.by());
        if (!open || !his || aside.snooze() != null || isThere(give.to())) return null;
        write(Kind.TRANSFERRED, at, give.by(), null, give.to().toldOffline());
        owner = give.to().id();
        breakAssistance();
        return null;
    }

    private Refusal close(Change.Close close, Instant at) {
        if (!open) return Refusal.of("not-open");
        if (close.by().side() == Side.AGENT && ownedByOther(close.by())) return taken();
        end(close.by(), close.ref(), null, at);
        return null;
    }

    /** What the site says to it is no last word: the lists go on showing what the agent said. */
    private Refusal giveUp(Change.GiveUp giveUp, Instant at) {
        Patience patience = giveUp.patience();
        if (!patience.isOver(now(), at) || giveUp.occupation().lasts(now(), at)) return null;
        Silence silence = new Silence(patience.minutes(), !patience.message().isEmpty());
        if (silence.said()) write(Kind.POSTED, at, giveUp.by(), null, patience.message());
        end(giveUp.by(), null, silence.kept(), at);
        return null;
    }

    private void end(Author by, String ref, String why, Instant at) {
        write(Kind.CLOSED, at, by, ref, why);
        open = false;
        aside = aside.snoozed(null);
        breakAssistance();
        unread = 0;
        waitingSince = null;
    }

    /** It stands where it stood among the closed ones: only what was said or done there moves it. */
    private Refusal rate(Change.Rate rate, Instant at) {
        if (open) return Refusal.of("not-closed");
        Instant ended = changedAt;
        if (at.isAfter(ended.plus(RATING))) return Refusal.of("too-late");
        String comment = rate.comment() == null ? "" : " " + rate.comment();
        write(Kind.RATED, at, rate.by(), rate.ref(), rate.stars() + comment);
        changedAt = ended;
        return null;
    }

    private void reopen(Author by, Instant at) {
        write(Kind.REOPENED, at, by, null, null);
        open = true;
        owner = null;
        queuedAt = at;
    }

    private void own(Author agent, String ref, String how, Instant at) {
        write(Kind.CLAIMED, at, agent, ref, how);
        owner = new AgentId(agent.id());
    }

    /** The time it was queued stays: that is its place. */
    private void backToQueue(Author by, String ref, String why, Instant at) {
        write(Kind.RELEASED, at, by, ref, why);
        owner = null;
        breakAssistance();
    }

    /** The ref is that of what was asked for: the last entry. What ended before by itself comes before it. */
    private Refusal assist(Change.Assist assist, Instant at) {
        Change.Outcome outcome = assist.step().take(now(), at);
        if (outcome.refusal() != null) return outcome.refusal();
        List<String> told = outcome.told();
        if (told.isEmpty()) return null;
        assistance = outcome.state();
        for (int i = 0; i < told.size(); i++) {
            write(Kind.ASSISTED, at, assist.by(), i == told.size() - 1 ? assist.ref() : null, told.get(i));
        }
        return null;
    }

    /** Nobody waits less for it, and nobody has it for it. */
    private Refusal note(Change.Note note, Instant at) {
        write(Kind.NOTED, at, note.by(), note.ref(), note.remark().kept());
        aside = aside.mentioning(note.remark().mentioned());
        return null;
    }

    private Refusal heed(Change.Heed heed, Instant at) {
        AgentId agent = new AgentId(heed.by().id());
        if (!aside.mentioned().contains(agent)) return null;
        write(Kind.HEEDED, at, heed.by(), null, null);
        aside = aside.heededBy(agent);
        return null;
    }

    private Refusal label(Change.Label change, Instant at) {
        Labelling labelling = change.labelling();
        boolean has = aside.labels().contains(labelling.label());
        if (has == labelling.on()) return null;
        // Labels that were removed take no room.
        if (!has && aside.labels().size() >= Aside.LABELS) aside = aside.labelledOf(change.there());
        if (!has && aside.labels().size() >= Aside.LABELS) return Refusal.of("too-many");
        write(Kind.LABELLED, at, change.by(), change.ref(), labelling.kept());
        aside = aside.labelled(labelling.label(), labelling.on());
        return null;
    }

    private Refusal snooze(Change.Snooze snooze, Instant at) {
        Instant until = snooze.until();
        if (!open) return Refusal.of("not-open");
        if (ownedByOther(snooze.by())) return taken();
        if (until != null && (!until.isAfter(at) || until.isAfter(at.plus(LONGEST_SLEEP))))
            return Refusal.of("bad-time");
        write(Kind.SNOOZED, at, snooze.by(), snooze.ref(), until == null ? null : until.toString());
        aside = aside.snoozed(new Aside.Snooze(at, until));
        return null;
    }

    private Refusal wake(Change.Wake wake, Instant at) {
        Aside.Snooze snooze = aside.snooze();
        if (snooze == null) return null;
        boolean byTime = wake.by().side() == Side.SITE;
        if (byTime && (snooze.until() == null || snooze.until().isAfter(at))) return null;
        if (!byTime && ownedByOther(wake.by())) return taken();
        wakeUp(wake.by(), wake.ref(), byTime ? "time" : "agent", at);
        return null;
    }

    private void wakeUp(Author by, String ref, String why, Instant at) {
        if (aside.snooze() == null) return;
        write(Kind.WOKEN, at, by, ref, why);
        aside = aside.snoozed(null);
    }

    private void breakAssistance() {
        if (assistance != null && !assistance.startsWith(Conversation.BROKEN)) {
            assistance = Conversation.BROKEN + assistance;
        }
    }

    private boolean ownedByOther(Author agent) {
        return owner != null && owner.value() != agent.id();
    }

    private Refusal taken() {
        return new Refusal("taken", new Author(Side.AGENT, owner.value(), null), null);
    }

    private void write(Kind kind, Instant at, Author by, String ref, String text) {
        write(kind, at, by, ref, text, null, null, null, List.of());
    }

    private void write(
            Kind kind,
            Instant at,
            Author by,
            String ref,
            String text,
            List<Attached> files,
            Long of,
            String was,
            List<String> choices) {
        lastSeq++;
        // When it was closed is not moved by what agents do with it afterwards.
        if (open || !(kind.isPrivate() || kind == Kind.REMOVED)) changedAt = at;
        written.add(
                new Entry(locked.id(), lastSeq, kind, at, author(by), ref, text, 0, 0, files, of, null, was, choices));
    }

    /** A visitor is who the row says: he may have turned out to be a known one since he wrote. */
    Author author(Author by) {
        return by.side() == Side.VISITOR
                ? new Author(Side.VISITOR, locked.visitor().value(), by.name())
                : by;
    }

    private void message(Author by, String text, Instant at) {
        last = new Last(lastSeq, by.side(), cut(text), at);
        if (by.side() == Side.AGENT) waitingSince = null;
        if (by.side() != Side.VISITOR) return;
        unread++;
        if (waitingSince == null) waitingSince = at;
    }

    private static String cut(String text) {
        if (text.length() <= PREVIEW) return text;
        int end = Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
        return text.substring(0, end);
    }
}
