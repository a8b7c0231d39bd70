package org.deskbell.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be sent to one client, bounded; one send is under way, and what has gathered meanwhile goes joined in the
 * next (JSON array). Besides there is a second lane for what may be lost, which never keeps the first one waiting: it goes one by one, when
 * nothing else does, and where it overflows it is emptied. Both containers queue without bound below this: a client that does not read would take the heap
 * (Undertow 2.3.23, Tyrus 2.1.5).
 */
final class Outbox {
    static final int FRAMES = 256;
    static final int CHARACTERS = 1_000_000;
    static final int BULK_FRAMES = 64;
    static final int BULK_CHARACTERS = 1_000_000;
    private static final int JOIN_CHARACTERS = 64_000;

    private final Wire wire;
    private final boolean joins;
    private final Runnable overflow;
    private final Deque<String> waiting = new ArrayDeque<>(4);
    private int characters;
    private final Deque<String> bulk = new ArrayDeque<>(0);
    private int bulkCharacters;
    private boolean losing;
    private boolean sending;
    private final Deque<Runnable> drained = new ArrayDeque<>(0);
    private boolean shut;

    /** @param joins whether the other end understands frames joined to an array */
    Outbox(Wire wire, boolean joins, Runnable overflow) {
        this.wire = wire;
        this.joins = joins;
        this.overflow = overflow;
    }

    /** {@code message} is a frame, or several joined to an array already: such a one is not joined again. */
    void put(String message) {
        if (add(message)) pump();
    }

    /**
     * A frame that may be lost.
     *
     * @param more whether others of the same batch follow: where one is lost, these are as well
     */
    void putBulk(String frame, boolean more) {
        synchronized (this) {
            if (shut) return;
            boolean full = bulk.size() >= BULK_FRAMES || bulkCharacters + frame.length() > BULK_CHARACTERS;
            if (full) {
                bulk.clear();
                bulkCharacters = 0;
            }
            if (full || losing) {
                losing = more;
                return;
            }
            bulk.add(frame);
            bulkCharacters += frame.length();
        }
        pump();
    }

    /** As {@link #put}, but it goes with the next one or with {@link #pump}. False where it was not taken. */
    boolean add(String message) {
        boolean full;
        synchronized (this) {
            if (shut) return false;
            full = waiting.size() >= FRAMES || !waiting.isEmpty() && characters + message.length() > CHARACTERS;
            if (full) {
                drop();
            } else {
                waiting.add(message);
                characters += message.length();
            }
        }
        if (full) overflow.run();
        return !full;
    }

    /** Runs {@code then} as soon as nothing waits and nothing is under way; never where it is shut before. */
    void whenDrained(Runnable then) {
        synchronized (this) {
            if (shut) return;
            if (sending || !waiting.isEmpty()) {
                drained.add(then);
                return;
            }
        }
        then.run();
    }

    /** Nothing more goes out. */
    synchronized void drop() {
        shut = true;
        drained.clear();
        waiting.clear();
        characters = 0;
        bulk.clear();
        bulkCharacters = 0;
    }

    /** Sends what waits, unless a send is under way: then it follows by itself. */
    void pump() {
        while (true) {
            String text = null;
            Runnable then = null;
            synchronized (this) {
                if (sending) return;
                if (waiting.isEmpty()) then = drained.poll();
                if (then == null) text = !waiting.isEmpty() ? next() : nextBulk();
                sending = text != null;
            }
            if (text == null) {
                if (then == null) return;
                then.run();
                continue;
            }
            Completion completion = new Completion();
            wire.send(text, completion);
            if (!completion.cameInline()) return;
        }
    }

    private String next() {
        String first = poll();
        if (!joins || waiting.isEmpty() || whole(first) || whole(waiting.peek())) return first;
        StringBuilder joined = new StringBuilder(
                        Math.min(first.length() + characters, JOIN_CHARACTERS) + waiting.size() + 2)
                .append('[')
                .append(first);
        while (!waiting.isEmpty()
                && !whole(waiting.peek())
                && joined.length() + waiting.peek().length() < JOIN_CHARACTERS) {
            joined.append(',').append(poll());
        }
        return joined.append(']').toString();
    }

    private String nextBulk() {
        String frame = bulk.poll();
        if (frame != null) bulkCharacters -= frame.length();
        return frame;
    }

    private static boolean whole(String message) {
        return message.charAt(0) == '[';
    }

    private String poll() {
        String frame = waiting.poll();
        characters -= frame.length();
        return frame;
    }

    /** A send may be over before {@link Wire#send} returns: then the loop goes on, instead of a deeper call. */
    private final class Completion implements Wire.Sent {
        private final AtomicInteger steps = new AtomicInteger();

        @Override
        public void done(boolean well) {
            synchronized (Outbox.this) {
                sending = false;
            }
            if (!well) drop();
            if (!steps.compareAndSet(0, 1)) pump();
        }

        boolean cameInline() {
            return !steps.compareAndSet(0, 2);
        }
    }
}
