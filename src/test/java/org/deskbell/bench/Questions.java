package org.deskbell.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.deskbell.support.Frame;

/** A few clients of one server that ask one thing after another, each as soon as it has the answer to the last. */
final class Questions {
    private static final int CLIENTS = 2;
    private static final long SECOND = 1_000_000_000L;

    private final Fleet fleet;
    private final URI node;
    private final String headers;
    private final List<Console> consoles = new ArrayList<>();
    private Run run;
    private int under;

    /** What is asked, which frame answers it, and what it took. */
    private record Run(Supplier<Frame> question, byte[] answer, long end, Histogram took) {
        Run(Supplier<Frame> question, String answer, double seconds) {
            this(
                    question,
                    Marks.type(answer),
                    System.nanoTime() + (long) (seconds * SECOND),
                    new Histogram(60 * SECOND, 3));
        }

        /** Whether there is time for another one. */
        boolean answered(long askedAt) {
            long now = System.nanoTime();
            if (now < end) took.recordValue(now - askedAt);
            return now < end;
        }
    }

    Questions(Fleet fleet, URI node) {
        this.fleet = fleet;
        this.node = node;
        headers = DeskbellSubject.console(node);
        for (int i = 0; i < CLIENTS; i++) consoles.add(new Console());
        fleet.sail("consoles that ask", 60, () -> consoles.stream().allMatch(each -> each.listed));
    }

    /** What each question of an agent took, from question to answer; {@code answer} is the type of the frame that ends it. */
    Histogram ask(Supplier<Frame> question, String answer, double seconds) {
        run = new Run(question, answer, seconds);
        under = CLIENTS;
        consoles.forEach(Console::askNext);
        fleet.sail(answer, (int) seconds + 30, () -> under == 0);
        return run.took;
    }

    /** Opens a conversation at all consoles, for questions about it. */
    void open(String conversation) {
        ask(() -> Frame.of("open", "conversation", conversation), "live", 0);
    }

    /** What each new connection of a visitor, or of an agent's console, took until this frame was there. */
    Histogram arrive(boolean agent, Supplier<Frame> hello, String answer, double seconds) {
        Run arrivals = new Run(hello, answer, seconds);
        under = CLIENTS;
        for (int i = 0; i < CLIENTS; i++) arriveNext(agent, arrivals);
        fleet.sail("arrivals until " + answer, (int) seconds + 30, () -> under == 0);
        return arrivals.took;
    }

    private void arriveNext(boolean agent, Run arrivals) {
        long start = System.nanoTime();
        fleet.launch(node, agent ? "/desk" : "/chat", agent ? headers : DeskbellSubject.PROTOCOL, new Ship.Ears() {
            @Override
            public void opened(Ship ship) {
                ship.send(arrivals.question.get().toString());
            }

            @Override
            public void text(Ship ship, byte[] buffer, int from, int to) {
                if (!ship.isOpen() || !has(arrivals.answer, buffer, from, to)) return;
                boolean more = arrivals.answered(start);
                ship.sink(1000);
                if (more) arriveNext(agent, arrivals);
                else under--;
            }
        });
    }

    private static boolean has(byte[] mark, byte[] buffer, int from, int to) {
        if (Subject.find(buffer, from, to, Marks.REFUSED) < to) {
            throw new IllegalStateException(new String(buffer, from, to - from, StandardCharsets.UTF_8));
        }
        return Subject.find(buffer, from, to, mark) < to;
    }

    private final class Console implements Ship.Ears {
        private final Ship ship = fleet.launch(node, "/desk", headers, this);
        private boolean listed;
        private boolean waiting;
        private Frame asked = Frame.of("nothing");
        private long askedAt;

        void askNext() {
            Frame next = run.question.get();
            if (next.is("open") && asked.is("open")) {
                ship.send(Frame.of("leave", "conversation", asked.text("conversation"))
                        .toString());
            }
            asked = next;
            askedAt = System.nanoTime();
            waiting = true;
            ship.send(next.toString());
        }

        @Override
        public void opened(Ship opened) {
            opened.send(Frame.of("hello").toString());
        }

        @Override
        public void text(Ship from, byte[] buffer, int start, int to) {
            if (!listed) {
                listed = has(Marks.INBOX, buffer, start, to);
            } else if (waiting && has(run.answer, buffer, start, to)) {
                waiting = false;
                if (run.answered(askedAt)) askNext();
                else under--;
            }
        }
    }
}
