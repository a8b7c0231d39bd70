package org.deskbell.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One conversation's log as the conversation room would have written it: dense numbers, read marks, who waits. */
final class SampleLog {
    /** A row of the table {@code entry}. */
    record Line(
            long seq,
            String kind,
            Instant at,
            String side,
            long by,
            String name,
            String text,
            Long delivered,
            Long seen) {}

    private final Instant started;
    private final List<Line> lines = new ArrayList<>();
    private Line last;
    private Long owner;
    private boolean open = true;
    private long visitorSeen;
    private long agentSeen;
    private int unread;
    private Instant waitingSince;

    SampleLog(Instant started) {
        this.started = started;
    }

    void greet(long site, String name, String text) {
        write("posted", started, "site", site, name, text);
        last = newest();
    }

    /** {@code what} is posted, claimed or closed. Who says something has seen what was said before. */
    void add(String what, Instant at, String side, long by, String name, String text) {
        boolean agent = side.equals("agent");
        see(at, side, by);
        write(what, at, side, by, name, text);
        switch (what) {
            case "claimed" -> owner = by;
            case "closed" -> {
                open = false;
                unread = 0;
                waitingSince = null;
            }
            default -> {
                last = newest();
                unread = agent ? 0 : unread + 1;
                waitingSince = agent ? null : waitingSince == null ? at : waitingSince;
            }
        }
    }

    private void see(Instant at, String side, long by) {
        boolean agent = side.equals("agent");
        long seen = agent ? agentSeen : visitorSeen;
        if (last == null || last.side().equals(side) || last.seq() <= seen) {
            return;
        }
        long upTo = last.seq();
        lines.add(new Line(lines.size() + 1L, "marked", at, side, by, null, null, upTo, upTo));
        if (agent) {
            agentSeen = upTo;
            unread = 0;
        } else {
            visitorSeen = upTo;
        }
    }

    private void write(String kind, Instant at, String side, long by, String name, String text) {
        lines.add(new Line(lines.size() + 1L, kind, at, side, by, name, text, null, null));
    }

    private Line newest() {
        return lines.get(lines.size() - 1);
    }

    List<Line> lines() {
        return lines;
    }

    Line last() {
        return last;
    }

    Long owner() {
        return owner;
    }

    boolean open() {
        return open;
    }

    long visitorSeen() {
        return visitorSeen;
    }

    long agentSeen() {
        return agentSeen;
    }

    int unread() {
        return unread;
    }

    Instant waitingSince() {
        return waitingSince;
    }

    Instant started() {
        return started;
    }

    Instant changed() {
        return newest().at();
    }
}
