package org.deskbell.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;

/** A hundred consoles, and the widgets of those who wait at the front of the line: by these it is seen to whom each conversation went, and when. */
final class Floor {
    /** What an agent is given at most, as long as nobody chooses otherwise. */
    static final int ROOM = 5;

    private static final byte[] CLAIMED = Marks.type("claimed");
    private static final byte[] RELEASED = Marks.type("released");
    private static final byte[] CLOSED = Marks.type("closed");
    private static final byte[] CONVERSATION = "\"conversation\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NAME = "\"name\":\"".getBytes(StandardCharsets.UTF_8);

    private final Fleet fleet;
    private final URI node;
    private final Map<String, Desk> byName = new HashMap<>();
    final List<Desk> desks;

    /** Where what is measured goes; null while nothing is. */
    private Took took;

    private int welcomed;

    /** By hand: {@code claim} until it is his, {@code release} until it waits again. By itself: from a close, and from the moment it is closed, until the next one's visitor is told. */
    record Took(Histogram claim, Histogram release, Histogram sinceAsked, Histogram sinceFree) {
        Took() {
            this(histogram(), histogram(), histogram(), histogram());
        }

        private static Histogram histogram() {
            return new Histogram(120_000_000_000L, 3);
        }
    }

    Floor(Fleet fleet, URI node, int visitors) {
        this.fleet = fleet;
        this.node = node;
        // Before any socket is open: nobody answers a ping meanwhile.
        List<String> headers = IntStream.range(0, WaitingFill.AGENTS)
                .parallel()
                .mapToObj(i -> DeskbellSubject.console(node, WaitingFill.login(i)))
                .toList();
        desks = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            desks.add(new Desk(headers.get(i)));
            byName.put(WaitingFill.name(i), desks.get(i));
        }
        fleet.sail("a hundred agents", 120, () -> desks.stream().allMatch(each -> each.listed));
        for (int done = 0; done < visitors; done += 100) {
            int until = Math.min(visitors, done + 100);
            for (int place = done + 1; place <= until; place++) new Visitor(place);
            fleet.sail(until + " who wait", 60, () -> welcomed == until);
        }
    }

    void measure(Took into) {
        took = into;
    }

    private static boolean has(byte[] buffer, int from, int to, byte[] mark) {
        return Subject.find(buffer, from, to, mark) < to;
    }

    private static void refuse(byte[] buffer, int from, int to) {
        if (has(buffer, from, to, Marks.REFUSED)) {
            throw new IllegalStateException(new String(buffer, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private static String word(byte[] buffer, int from, int end, byte[] after) {
        int start = Subject.find(buffer, from, end, after);
        int to = start;
        while (to < end && buffer[to] != '"') to++;
        return new String(buffer, start, to - start, StandardCharsets.UTF_8);
    }

    /** Somebody who waits. */
    private final class Visitor implements Ship.Ears {
        private final String conversation;
        private final String token;
        private boolean here;

        Visitor(int place) {
            conversation = WaitingFill.conversation(place);
            token = WaitingFill.token(place);
            fleet.launch(node, "/chat", DeskbellSubject.PROTOCOL, this);
        }

        @Override
        public void opened(Ship ship) {
            ship.send(Frame.of("hello", "site", Demo.SITE, "token", token).toString());
        }

        @Override
        public void text(Ship ship, byte[] buffer, int from, int to) {
            refuse(buffer, from, to);
            if (!here && has(buffer, from, to, Marks.WELCOME)) {
                here = true;
                welcomed++;
            }
            int at = Subject.find(buffer, from, to, CLAIMED);
            if (at < to) byName.get(word(buffer, at, to, NAME)).given(conversation);
            at = Subject.find(buffer, from, to, RELEASED);
            if (at < to) byName.get(word(buffer, at, to, NAME)).visitorWaits();
        }
    }

    private enum Step {
        OPEN,
        CLAIM,
        RELEASE,
        TELL
    }

    /** An agent's console with no conversation open but those that are its agent's. */
    final class Desk implements Ship.Ears {
        private final Ship ship;
        private final Deque<String> his = new ArrayDeque<>();
        private final Deque<Long> askedAt = new ArrayDeque<>();
        private final Deque<Long> freeSince = new ArrayDeque<>();
        private boolean listed;

        /** What is taken by hand at the moment, or null. */
        private String taking;

        /** What of it was asked for last. */
        private Step step = Step.OPEN;

        private long takingSince;

        /** Its visitor was told that it waits again. */
        private boolean visitorWaits;

        private Desk(String headers) {
            ship = fleet.launch(node, "/desk", headers, this);
        }

        boolean full() {
            return his.size() == ROOM;
        }

        boolean idle() {
            return taking == null;
        }

        /** Opens this one, takes it and gives it back. */
        void take(String conversation) {
            taking = conversation;
            visitorWaits = false;
            step = Step.OPEN;
            send("open", conversation);
        }

        /** Closes what he has longest; false where he has nothing. */
        boolean close() {
            String oldest = his.poll();
            if (oldest == null) return false;
            askedAt.add(System.nanoTime());
            act("close", oldest);
            return true;
        }

        private void visitorWaits() {
            visitorWaits = true;
            idleIfTold();
        }

        /** Not before both know: what the visitor hears later of its being taken would count as given. */
        private void idleIfTold() {
            if (step == Step.TELL && visitorWaits) taking = null;
        }

        private void send(String what, String conversation) {
            ship.send(Frame.of(what, "conversation", conversation).toString());
        }

        private void act(String what, String conversation) {
            takingSince = System.nanoTime();
            ship.send(Frame.of(what, "conversation", conversation, "ref", ChatClient.ref())
                    .toString());
        }

        /** Its visitor was told that it is his. He opens it at once, as one does who wants to answer; only what is open can be closed. */
        private void given(String conversation) {
            if (taking != null) return;
            long now = System.nanoTime();
            Long asked = askedAt.poll();
            Long free = freeSince.poll();
            if (took != null && asked != null) {
                took.sinceAsked.recordValue(now - asked);
                // His visitor may hear of the next before his own console hears that the last is closed.
                took.sinceFree.recordValue(free == null ? 0 : now - free);
            }
            send("open", conversation);
        }

        @Override
        public void opened(Ship opened) {
            opened.send(Frame.of("hello").toString());
        }

        @Override
        public void text(Ship from, byte[] buffer, int start, int to) {
            // A hundred consoles hear of every line at once: to look through each would be what is measured.
            if (Subject.startsWith(buffer, start, to, Marks.INBOX)) {
                listed = true;
                return;
            }
            refuse(buffer, start, to);
            long now = System.nanoTime();
            if (taking == null) {
                for (int at = Subject.find(buffer, start, to, CLOSED);
                        at < to;
                        at = Subject.find(buffer, at, to, CLOSED)) {
                    String closed = word(buffer, at, to, CONVERSATION);
                    if (askedAt.size() > freeSince.size()) freeSince.add(now);
                    send("leave", closed);
                }
                for (int at = Subject.find(buffer, start, to, Marks.LIVE);
                        at < to;
                        at = Subject.find(buffer, at, to, Marks.LIVE)) {
                    his.add(word(buffer, at, to, CONVERSATION));
                }
                return;
            }
            // Those of others who had it before come with the log, before it is live.
            if (step == Step.OPEN && has(buffer, start, to, Marks.LIVE)) {
                step = Step.CLAIM;
                act("claim", taking);
            } else if (step == Step.CLAIM && has(buffer, start, to, CLAIMED)) {
                if (took != null) took.claim.recordValue(now - takingSince);
                step = Step.RELEASE;
                act("release", taking);
            } else if (step == Step.RELEASE && has(buffer, start, to, RELEASED)) {
                if (took != null) took.release.recordValue(now - takingSince);
                send("leave", taking);
                step = Step.TELL;
                idleIfTold();
            }
        }
    }
}
