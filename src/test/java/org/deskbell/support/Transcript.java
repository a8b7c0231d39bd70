package org.deskbell.support;

import java.util.ArrayList;
import java.util.List;

/** What one client holds of one conversation: entries in seq order, applied exactly as protocol.md tells a client to. */
public final class Transcript {

    /** What became of an entry that arrived. */
    public enum Outcome {
        APPENDED,
        KNOWN,
        GAP
    }

    private final String conversation;
    private final List<Frame> entries = new ArrayList<>();
    private long after;
    private long first = 1;
    private int repeats;

    public Transcript(String conversation) {
        this.conversation = conversation;
    }

    public String conversation() {
        return conversation;
    }

    public synchronized long after() {
        return after;
    }

    public synchronized Outcome apply(Frame entry) {
        long seq = entry.number("seq");
        if (seq <= after) {
            repeats++;
            return Outcome.KNOWN;
        }
        if (seq != after + 1) {
            return Outcome.GAP;
        }
        entries.add(entry);
        after = seq;
        return Outcome.APPENDED;
    }

    /** Drops what is held: entries from {@code from} follow. */
    public synchronized void restart(long from) {
        entries.clear();
        first = Math.max(1, from);
        after = first - 1;
    }

    /** Puts older entries, the answer to {@code before}, in front. */
    public synchronized void prepend(List<Frame> older) {
        List<Frame> missing =
                older.stream().filter(entry -> entry.number("seq") < first).toList();
        entries.addAll(0, missing);
        if (!missing.isEmpty()) {
            first = missing.get(0).number("seq");
        }
    }

    public synchronized long first() {
        return first;
    }

    public synchronized List<Frame> entries() {
        return List.copyOf(entries);
    }

    public List<Frame> messages() {
        return entries().stream().filter(entry -> entry.is("posted")).toList();
    }

    /** The message with this number; it has to be there. */
    public Frame message(long seq) {
        return messages().stream()
                .filter(entry -> entry.number("seq") == seq)
                .findFirst()
                .orElseThrow();
    }

    public List<String> texts() {
        return messages().stream().map(entry -> entry.text("text")).toList();
    }

    /** How many entries came that were here already (a resume or a repeated ref may do that). */
    public synchronized int repeats() {
        return repeats;
    }
}
