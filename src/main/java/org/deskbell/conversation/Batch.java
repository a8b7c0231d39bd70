package org.deskbell.conversation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Change.Say;
import org.deskbell.conversation.Conversation.Marks;

/**
 * The changes of one transaction: locks what they touch, drops repeats, applies, writes. What it answers and tells holds only
 * after the commit, so it is kept until then. Locks visitors before conversations and each in id order: no two nodes wait for each other.
 */
final class Batch {
    private final LogTables tables;
    private final Instant at;
    private final Map<Long, Folio> folios = new LinkedHashMap<>();
    private final Map<Long, Folio> ofVisitor = new LinkedHashMap<>();
    private final Set<Folio> begun = new LinkedHashSet<>();
    private final Map<String, List<Entry>> known = new LinkedHashMap<>();
    private final List<Runnable> replies = new ArrayList<>();
    private final List<Change> again = new ArrayList<>();
    private Map<String, Upload> uploads = Map.of();

    Batch(LogTables tables, Instant at) {
        this.tables = tables;
        this.at = at;
    }

    void run(List<Change> changes) throws SQLException {
        lock(changes);
        findRepeats(changes);
        lockUploads(changes);
        findMeant(changes);
        for (Change change : changes) apply(change);
        write();
    }

    /** What to answer after the commit. */
    List<Runnable> replies() {
        return replies;
    }

    /** Changes that need another lock first: they belong into the next transaction. */
    List<Change> again() {
        return again;
    }

    /** What to tell after the commit. */
    List<Happened> news() {
        List<Happened> news = new ArrayList<>();
        for (Folio folio : changed()) {
            Conversation after = folio.now();
            for (Entry entry : folio.written()) news.add(new Happened(entry, after));
        }
        return news;
    }

    /** The ids of what there is news of. */
    List<Long> touched() {
        return changed().stream()
                .filter(folio -> !folio.written().isEmpty())
                .map(folio -> folio.id().value())
                .toList();
    }

    private void lock(List<Change> changes) throws SQLException {
        Set<Long> visitors = changes.stream()
                .filter(Batch::looksForCurrent)
                .map(change -> ((Say) change).opening().visitor().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Long> wanted = changes.stream()
                .map(Change::conversation)
                .filter(Objects::nonNull)
                .map(ConversationId::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Conversation> newest = List.of();
        if (!visitors.isEmpty()) {
            tables.lockVisitors(visitors);
            newest = tables.newestOf(visitors);
            for (Conversation c : newest) wanted.add(c.id().value());
        }
        if (wanted.isEmpty()) return;
        for (Conversation c : tables.lock(wanted)) folios.put(c.id().value(), new Folio(c));
        for (Conversation c : newest) ofVisitor.put(c.visitor().value(), folios.get(c.id().value()));
    }

    private static boolean looksForCurrent(Change change) {
        return change instanceof Say say && say.conversation() == null;
    }

    private void findRepeats(List<Change> changes) throws SQLException {
        List<String> refs =
                changes.stream().map(Change::ref).filter(Objects::nonNull).toList();
        if (refs.isEmpty()) return;
        for (Entry entry : tables.withRefs(refs)) remember(entry);
    }

    private void lockUploads(List<Change> changes) throws SQLException {
        Set<String> ids = changes.stream()
                .filter(Say.class::isInstance)
                .flatMap(change -> ((Say) change).files().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!ids.isEmpty()) uploads = tables.uploads().lock(ids);
    }

    private void findMeant(List<Change> changes) throws SQLException {
        for (Change change : changes) {
            long seq = meant(change);
            Folio folio = seq == 0 ? null : folios.get(change.conversation().value());
            Entry message = folio == null ? null : tables.entry(change.conversation(), seq);
            if (message != null) folio.hold(message);
        }
    }

    /** The seq of the message it is about, 0 for none. */
    private static long meant(Change change) {
        if (change instanceof Change.Afterwards later) return later.of();
        return change instanceof Say say && say.conversation() != null ? say.quote() : 0;
    }

    private void remember(Entry entry) {
        if (entry.ref() != null) {
            known.computeIfAbsent(entry.ref(), ref -> new ArrayList<>(1)).add(entry);
        }
    }

    private void apply(Change change) throws SQLException {
        Entry original = original(change);
        if (original != null) {
            replies.add(() -> change.reply().repeated(original));
            return;
        }
        if (change instanceof Change.Assist assist && usedByAnother(assist)) {
            replies.add(() -> assist.reply().refused(Refusal.of("bad-ref")));
            return;
        }
        Folio folio = folioFor(change);
        if (folio == null) return;
        if (!change.reply().entitled(folio.now())) {
            replies.add(() -> change.reply().refused(Refusal.of("unknown-conversation")));
            return;
        }
        int before = folio.written().size();
        Refusal refusal = folio.apply(change, at, uploads);
        if (refusal != null) {
            replies.add(() -> change.reply().refused(refusal));
            return;
        }
        if (looksForCurrent(change)) keep(folio);
        List<Entry> made = folio.written().subList(before, folio.written().size());
        if (made.isEmpty()) replies.add(() -> change.reply().repeated(null));
        else made.forEach(this::remember);
    }

    private Entry original(Change change) {
        Folio folio = change.conversation() == null
                ? null
                : folios.get(change.conversation().value());
        Author by = folio == null ? change.by() : folio.author(change.by());
        for (Entry entry : known.getOrDefault(change.ref(), List.of())) {
            boolean sameAuthor = entry.by().side() == by.side() && entry.by().id() == by.id();
            boolean sameConversation = entry.by().side() == Side.VISITOR
                    || change.conversation() == null
                    || entry.conversation().equals(change.conversation());
            if (sameAuthor && sameConversation) return entry;
        }
        return null;
    }

    /** A request is named by its ref: nobody takes another's name, or he would get the answer that was meant for that one. */
    private boolean usedByAnother(Change.Assist assist) {
        return known.getOrDefault(assist.ref(), List.of()).stream()
                .anyMatch(entry -> entry.conversation().equals(assist.conversation()));
    }

    /** Null where the change was answered or put off. */
    private Folio folioFor(Change change) throws SQLException {
        if (looksForCurrent(change)) return current(((Say) change).opening());
        Folio folio = folios.get(change.conversation().value());
        if (folio == null) {
            replies.add(() -> change.reply().refused(Refusal.of("unknown-conversation")));
            return null;
        }
        if (change instanceof Say say && startsAnother(say, folio)) {
            again.add(new Say(null, say.opening(), say.by(), say.ref(), say.text(), say.files(), say.reply()));
            return null;
        }
        return folio;
    }

    private static boolean startsAnother(Say say, Folio folio) {
        return say.opening() != null && !folio.now().open() && !say.opening().reopens();
    }

    private Folio current(Opening opening) throws SQLException {
        Folio folio = ofVisitor.get(opening.visitor().value());
        if (folio != null && (folio.now().open() || opening.reopens())) return folio;
        Folio made = new Folio(new Conversation(
                new ConversationId(tables.nextConversation()),
                ConversationIds.publicId(),
                opening.site(),
                opening.department(),
                opening.visitor(),
                opening.visitorPublicId(),
                true,
                null,
                0,
                new Marks(0, 0),
                new Marks(0, 0),
                0,
                null,
                at,
                at,
                at,
                null,
                null,
                Aside.NONE,
                List.of()));
        made.greet(opening, at);
        return made;
    }

    /** One that begins, begins with what was taken: of a first message that is refused nothing stays. */
    private void keep(Folio current) {
        Folio before = ofVisitor.put(current.now().visitor().value(), current);
        if (before != current) begun.add(current);
    }

    private void write() throws SQLException {
        List<Folio> changed = changed();
        tables.save(changed.stream().map(Folio::now).toList());
        List<Entry> entries =
                changed.stream().flatMap(folio -> folio.written().stream()).toList();
        if (!entries.isEmpty()) tables.insertEntries(entries);
        if (!uploads.isEmpty()) tables.uploads().bind(entries);
        tables.altered().reword(of(Kind.EDITED, entries));
        tables.altered().erase(of(Kind.REMOVED, entries));
    }

    private static List<Entry> of(Kind kind, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private List<Folio> changed() {
        return Stream.concat(folios.values().stream(), begun.stream())
                .filter(Folio::isChanged)
                .toList();
    }
}
