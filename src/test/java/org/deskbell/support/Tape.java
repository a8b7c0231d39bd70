package org.deskbell.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything one client has received, in order; tests wait on it. */
public final class Tape {

    private final List<Frame> frames = new ArrayList<>();
    private String end = "";

    public synchronized void add(Frame frame) {
        frames.add(frame);
        notifyAll();
    }

    /** The line has ended: whoever waits in vain is told how. */
    synchronized void ended(String how) {
        end = "; the line ended with " + how;
    }

    public synchronized int size() {
        return frames.size();
    }

    public synchronized List<Frame> all() {
        return List.copyOf(frames);
    }

    public synchronized List<Frame> all(Predicate<Frame> wanted) {
        return frames.stream().filter(wanted).toList();
    }

    public List<Frame> all(String type) {
        return all(frame -> frame.is(type));
    }

    public synchronized List<Frame> since(int mark) {
        return List.copyOf(frames.subList(Math.min(mark, frames.size()), frames.size()));
    }

    /** The first frame of this type, waiting for it. */
    public Frame await(String type) {
        return await(0, type, frame -> frame.is(type));
    }

    public Frame await(int mark, String type) {
        return await(mark, type, frame -> frame.is(type));
    }

    public Frame await(String what, Predicate<Frame> wanted) {
        return await(0, what, wanted);
    }

    public Frame await(int mark, String what, Predicate<Frame> wanted) {
        return await(mark, what, Await.PATIENCE, wanted);
    }

    /** The first frame after {@code mark} frames that is wanted. */
    public synchronized Frame await(int mark, String what, Duration patience, Predicate<Frame> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        int next = mark;
        while (true) {
            for (; next < frames.size(); next++) {
                if (wanted.test(frames.get(next))) {
                    return frames.get(next);
                }
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(
                        "no " + what + " within " + patience.toMillis() + " ms; the last frames: " + tail() + end);
            }
            pause(left);
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private List<Frame> tail() {
        return frames.subList(Math.max(0, frames.size() - 12), frames.size());
    }
}
