package org.deskbell.bench;

import java.util.Arrays;
import java.util.BitSet;
import org.HdrHistogram.Histogram;
import org.deskbell.support.ServerUnderTest;

/** What is measured of the talk of pairs and of silent connections, the same for both subjects. */
final class Measurements {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 20_000_000;

    private final Subject subject;
    private long nextIndex = 1;

    /** Percentiles of one open-loop run in milliseconds, counted from the intended time of each message. */
    record Latency(Histogram acknowledged, Histogram delivered, int missing) {}

    /** Acknowledged messages a second, and how long each took. */
    record Throughput(double rate, Histogram acknowledged) {}

    /** Time until all were live, and how many tries failed on the way. */
    record Storm(double seconds, int errors) {}

    Measurements(Subject subject) {
        this.subject = subject;
    }

    /** Acknowledged messages a second with this many in flight on each of the pairs; only visitors speak. */
    Throughput throughput(Fleet fleet, int pairs, int window, int warmUp, int seconds) {
        long base = nextIndex;
        int[] pairOf = new int[MOST / 4];
        long[] saidAt = new long[MOST / 4];
        long count[] = {0};
        Histogram acknowledged = new Histogram(60 * SECOND, 3);
        long start = System.nanoTime();
        long from = start + warmUp * SECOND;
        long until = from + seconds * SECOND;
        subject.counted((index, atAgent) -> {
            long now = System.nanoTime();
            if (atAgent || index < base) {
                return;
            }
            int number = (int) (index - base);
            count[0]++;
            if (now >= from && now < until) acknowledged.recordValue(now - saidAt[number]);
            if (now < until) sayNext(pairOf, saidAt, base, pairOf[number]);
        });
        for (int pair = 0; pair < pairs * window; pair++) {
            sayNext(pairOf, saidAt, base, pair % pairs);
        }
        fleet.sail(
                "the closed loop",
                warmUp + seconds + 30,
                () -> System.nanoTime() > until && count[0] == nextIndex - base);
        return new Throughput((double) acknowledged.getTotalCount() / seconds, acknowledged);
    }

    private void sayNext(int[] pairOf, long[] saidAt, long base, int pair) {
        long index = nextIndex++;
        pairOf[(int) (index - base)] = pair;
        saidAt[(int) (index - base)] = System.nanoTime();
        subject.sayAsVisitor(pair, index);
    }

    /** So many messages a second, pair after pair, visitor and agent in turn, each at its appointed time whether the last one was answered or not. */
    Latency latency(Fleet fleet, int pairs, int rate, int warmUp, int seconds) {
        int total = rate * (warmUp + seconds);
        int measured = rate * warmUp;
        long base = nextIndex;
        nextIndex += total;
        long start = System.nanoTime() + SECOND / 10;
        long step = SECOND / rate;
        Histogram acknowledged = new Histogram(60 * SECOND, 3);
        Histogram delivered = new Histogram(60 * SECOND, 3);
        BitSet missing = new BitSet(total);
        missing.set(0, total);
        subject.counted((index, atAgent) -> {
            int number = (int) (index - base);
            if (number < 0 || number >= total) {
                return;
            }
            boolean own = atAgent == byAgent(number, pairs);
            if (own) {
                missing.clear(number);
            }
            if (number >= measured) {
                (own ? acknowledged : delivered).recordValue(Math.max(1, System.nanoTime() - start - number * step));
            }
        });
        int[] said = {0};
        long end = start + total * step + 10 * SECOND;
        fleet.sail(
                "the open loop",
                warmUp + seconds + 30,
                () -> said[0] == total
                        && (missing.isEmpty() && delivered.getTotalCount() >= total - measured
                                || System.nanoTime() > end),
                now -> {
                    while (said[0] < total && start + said[0] * step <= System.nanoTime()) {
                        say(said[0], pairs, base);
                        said[0]++;
                    }
                    return said[0] < total ? start + said[0] * step : now + SECOND / 100;
                });
        return new Latency(acknowledged, delivered, missing.cardinality());
    }

    private static boolean byAgent(int number, int pairs) {
        return (number / pairs + number) % 2 == 1;
    }

    private void say(int number, int pairs, long base) {
        if (byAgent(number, pairs)) {
            subject.sayAsAgent(number % pairs, base + number);
        } else {
            subject.sayAsVisitor(number % pairs, base + number);
        }
    }

    /** Live heap of the server per idle connection, in bytes. */
    double heapPerConnection(Fleet fleet, ServerUnderTest server, int connections) {
        boolean[] lost = new boolean[1];
        int[] live = new int[1];
        long before = server.liveHeap();
        for (int done = 0; done < connections; done += 100) {
            int target = Math.min(connections, done + 100);
            for (int number = done; number < target; number++) {
                subject.idle(fleet, number, () -> live[0]++, () -> lost[0] = true);
            }
            fleet.sail(target + " idle connections", 60, () -> live[0] == target || lost[0]);
        }
        if (lost[0]) {
            throw new IllegalStateException("an idle connection was ended by the server");
        }
        return (double) (server.liveHeap() - before) / connections;
    }

    /** All at once; who fails tries again after a second. */
    Storm storm(Fleet fleet, int connections) {
        int[] live = new int[1];
        int[] errors = new int[1];
        boolean[] isLive = new boolean[connections];
        long[] again = new long[connections];
        Arrays.fill(again, Long.MAX_VALUE);
        long start = System.nanoTime();
        for (int number = 0; number < connections; number++) {
            launch(fleet, number, live, errors, isLive, again);
        }
        fleet.sail("the storm is over", 120, () -> live[0] == connections, now -> {
            for (int number = 0; number < connections && errors[0] > 0; number++) {
                if (again[number] <= now) {
                    again[number] = Long.MAX_VALUE;
                    launch(fleet, number, live, errors, isLive, again);
                }
            }
            return now + SECOND / 100;
        });
        return new Storm((System.nanoTime() - start) / (double) SECOND, errors[0]);
    }

    private void launch(Fleet fleet, int number, int[] live, int[] errors, boolean[] isLive, long[] again) {
        subject.idle(
                fleet,
                100_000 + number,
                () -> {
                    live[0]++;
                    isLive[number] = true;
                },
                () -> {
                    errors[0]++;
                    if (isLive[number]) {
                        live[0]--;
                    }
                    isLive[number] = false;
                    again[number] = System.nanoTime() + SECOND;
                });
    }
}
