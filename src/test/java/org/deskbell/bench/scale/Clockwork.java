package org.deskbell.bench.scale;

import java.util.PriorityQueue;

/** The simulation's time, in microseconds: runs what is due, in order; what is due together, in the order it was asked for. */
final class Clockwork {
    private record Due(long at, long number, Runnable work) {}

    private final PriorityQueue<Due> waiting = new PriorityQueue<>((one, other) ->
            one.at != other.at ? Long.compare(one.at, other.at) : Long.compare(one.number, other.number));
    private long now;
    private long numbers;

    long now() {
        return now;
    }

    void after(long micros, Runnable work) {
        waiting.add(new Due(now + micros, numbers++, work));
    }

    /** Again and again, with this pause between an end and the next begin. */
    void every(long micros, long first, Runnable work) {
        after(first, () -> {
            work.run();
            every(micros, micros, work);
        });
    }

    void runUntil(long end) {
        while (!waiting.isEmpty() && waiting.peek().at <= end) {
            Due due = waiting.poll();
            now = due.at;
            due.work.run();
        }
        now = end;
    }
}
