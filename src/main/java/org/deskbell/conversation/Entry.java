package org.deskbell.conversation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a conversation's log. {@code seq} is dense from 1. {@code ref} and {@code text} may be null; {@code text} of
 * a release says why, of a claim {@link #ASSIGNED} where it was none, or see {@link Former}, of a transfer to whom, of a rating the stars and behind a blank the comment, of an assistance what was done, as JSON, of a note see
 * {@link Remark}, of a label {@link Labelling}, of a snooze the instant it ends, of a waking why, of an end by the site see {@link Silence}; {@code delivered} and {@code seen} count for marks only. {@code files} is null
 * where there were none, and empty where they have been deleted. {@code of} is the message that a removal or an edit is about, or that a message answers, else null; {@code alteredAt} is null for a
 * message that is as it was said; {@code was} is what an edited one said before that edit, for agents alone, and {@code text} of an edit what it says now. {@code choices} are what a message offers to answer with;
 * one that was altered offers nothing.
 */
public record Entry(
        ConversationId conversation,
        long seq,
        Kind kind,
        Instant at,
        Author by,
        String ref,
        String text,
        long delivered,
        long seen,
        List<Attached> files,
        Long of,
        Instant alteredAt,
        String was,
        List<String> choices) {
    /** The text of a claim that was none: it was given to the agent. */
    public static final String ASSIGNED = "assigned";

    public Entry {
        files = files == null ? null : List.copyOf(files);
        choices = alteredAt == null ? List.copyOf(choices) : List.of();
    }

    /** Without choices. */
    public Entry(
            ConversationId conversation,
            long seq,
            Kind kind,
            Instant at,
            Author by,
            String ref,
            String text,
            long delivered,
            long seen,
            List<Attached> files,
            Long of,
            Instant alteredAt,
            String was) {
        this(conversation, seq, kind, at, by, ref, text, delivered, seen, files, of, alteredAt, was, List.of());
    }

    /** Without files. */
    public Entry(
            ConversationId conversation,
            long seq,
            Kind kind,
            Instant at,
            Author by,
            String ref,
            String text,
            long delivered,
            long seen) {
        this(conversation, seq, kind, at, by, ref, text, delivered, seen, null, null, null, null);
    }

    /** Whether it was a message and what it said is gone. */
    public boolean isRemoved() {
        return kind == Kind.POSTED && alteredAt != null && text.isEmpty() && files == null;
    }

    /** Whether it is a message that says something else than it did at first. */
    public boolean isEdited() {
        return kind == Kind.POSTED && alteredAt != null && !isRemoved();
    }

    /** This message from {@code since} on; empty words and no files are those of one that was removed. */
    Entry saying(String words, List<Attached> with, Instant since) {
        return new Entry(conversation, seq, kind, at, by, ref, words, delivered, seen, with, of, since, was);
    }

    /** Whether the agent did not take it but was given it. */
    public boolean isAssigned() {
        return kind == Kind.CLAIMED && ASSIGNED.equals(text);
    }

    /** What it says where only words can be shown: the text, and the names of files in brackets, a line each. */
    public String inWords() {
        if (files == null) return text;
        return Stream.concat(Stream.ofNullable(text), files.stream().map(file -> "[" + file.name() + "]"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
