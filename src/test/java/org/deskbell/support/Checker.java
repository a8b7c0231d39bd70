package org.deskbell.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Holds a run to "L0 D0 O0": every acknowledged message is in every view exactly once, seq is dense, and all views agree on
 * the order. Every message has a text of its own; a message that was said but never acknowledged may be there once or not at all.
 */
public final class Checker {

    /** One entry of one view; the text is null where the entry is not a message. */
    public record Line(long seq, String text) {

        static Line of(Frame entry) {
            return new Line(entry.number("seq"), entry.is("posted") ? entry.text("text") : null);
        }
    }

    private enum Fate {
        UNKNOWN,
        ACKNOWLEDGED,
        REFUSED
    }

    private final Map<String, Fate> fates = new ConcurrentHashMap<>();
    private final Map<String, String> places = new ConcurrentHashMap<>();
    private final Map<String, Long> seqs = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Line>>> views = new LinkedHashMap<>();

    /** Follows a message from the moment it is said to whatever becomes of it. */
    public CompletableFuture<Frame> track(String text, CompletableFuture<Frame> answer) {
        if (fates.putIfAbsent(text, Fate.UNKNOWN) != null) {
            throw new IllegalArgumentException("said twice: " + text);
        }
        return answer.whenComplete((entry, failure) -> {
            if (failure == null) {
                acknowledged(text, entry.text("conversation"), entry.number("seq"));
            } else {
                fates.put(text, Fate.REFUSED);
            }
        });
    }

    public void acknowledged(String text, String conversation, long seq) {
        places.put(text, conversation);
        seqs.put(text, seq);
        fates.put(text, Fate.ACKNOWLEDGED);
    }

    public long acknowledged() {
        return fates.values().stream().filter(fate -> fate == Fate.ACKNOWLEDGED).count();
    }

    public long unknown() {
        return fates.values().stream().filter(fate -> fate == Fate.UNKNOWN).count();
    }

    /** What one reader sees of one conversation at the end. */
    public synchronized void view(String name, Transcript transcript) {
        view(
                name,
                transcript.conversation(),
                transcript.entries().stream().map(Line::of).toList());
    }

    public synchronized void view(String name, String conversation, List<Line> lines) {
        views.computeIfAbsent(conversation, id -> new LinkedHashMap<>()).put(name, lines);
    }

    public synchronized void views(String name, Map<String, List<Line>> all) {
        all.forEach((conversation, lines) -> {
            if (views.containsKey(conversation)) {
                view(name, conversation, lines);
            }
        });
    }

    /** What is wrong, in sentences; empty if nothing is. */
    public synchronized List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        places.forEach((text, conversation) -> {
            if (!views.containsKey(conversation)) {
                complaints.add("no view of conversation " + conversation + " with " + text);
            }
        });
        views.forEach((conversation, byName) ->
                byName.forEach((name, lines) -> inspect(conversation, name, lines, complaints)));
        views.forEach((conversation, byName) -> compare(conversation, byName, complaints));
        return complaints;
    }

    private void inspect(String conversation, String name, List<Line> lines, List<String> complaints) {
        Set<String> seen = new HashSet<>();
        long expected = lines.isEmpty() ? 1 : lines.get(0).seq();
        for (Line line : lines) {
            if (line.seq() != expected) {
                complaints.add("hole or disorder: " + name + " has seq " + line.seq() + " where " + expected
                        + " belongs in " + conversation);
            }
            expected = line.seq() + 1;
            if (line.text() != null && fates.containsKey(line.text())) {
                inspect(conversation, name, line, seen, complaints);
            }
        }
        places.forEach((text, place) -> {
            if (place.equals(conversation) && !seen.contains(text)) {
                complaints.add("lost: " + text + " (seq " + seqs.get(text) + ") is not in " + name);
            }
        });
    }

    private void inspect(String conversation, String name, Line line, Set<String> seen, List<String> complaints) {
        String text = line.text();
        if (!seen.add(text)) {
            complaints.add("twice: " + text + " in " + name);
        }
        if (fates.get(text) == Fate.REFUSED) {
            complaints.add("refused, but there: " + text + " in " + name);
        }
        Long promised = seqs.get(text);
        if (promised != null && promised != line.seq()) {
            complaints.add(
                    "moved: " + text + " was acknowledged as " + promised + ", " + name + " has it as " + line.seq());
        }
        if (promised != null && !conversation.equals(places.get(text))) {
            complaints.add("leaked: " + text + " is of another conversation, but in " + name);
        }
    }

    /** All views hold the same text under the same seq, as far as both reach. */
    private static void compare(String conversation, Map<String, List<Line>> byName, List<String> complaints) {
        Map<Long, String> agreed = new LinkedHashMap<>();
        byName.forEach((name, lines) -> lines.forEach(line -> {
            String other = agreed.putIfAbsent(line.seq(), String.valueOf(line.text()));
            if (other != null && !other.equals(String.valueOf(line.text()))) {
                complaints.add("order differs in " + conversation + ": seq " + line.seq() + " is " + other
                        + " elsewhere, " + line.text() + " in " + name);
            }
        }));
    }

    /** Fails the test unless the run is L0 D0 O0, and says in one line what was checked. */
    public String verify() {
        List<String> complaints = complaints();
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.size() + " violations of L0 D0 O0 (" + summary() + "):\n"
                    + complaints.stream().limit(20).collect(Collectors.joining("\n")));
        }
        return "L0 D0 O0: " + summary();
    }

    public synchronized String summary() {
        int number = views.values().stream().mapToInt(Map::size).sum();
        return acknowledged() + " acknowledged, " + unknown() + " unknown, " + views.size() + " conversations, "
                + number + " views";
    }
}
