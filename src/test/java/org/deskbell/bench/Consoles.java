package org.deskbell.bench;

import java.net.URI;
import java.util.List;
import org.deskbell.support.Frame;

/** Consoles that follow many conversations, and read what they are sent, or never read. Who never reads comes again after a minute: sooner, and opening all of them anew is what others feel. */
final class Consoles extends Crowd {
    private static final int NUMBER = 5;
    private static final long AGAIN = 60_000_000_000L;

    private final URI node;
    private final List<String> conversations;
    private final boolean deaf;
    private final String headers;
    private final Ship[] ships = new Ship[NUMBER];
    private volatile int ready;
    private long cameAt;

    Consoles(URI node, List<String> conversations, boolean deaf) {
        this.node = node;
        this.conversations = conversations;
        this.deaf = deaf;
        headers = DeskbellSubject.console(node);
    }

    /** Starts and returns when all of them follow all conversations; {@code others} are served meanwhile. */
    void come(Fleet others) {
        start();
        others.sail("the other consoles", 60, () -> ready >= NUMBER);
    }

    @Override
    void begin() {
        cameAt = System.nanoTime();
        for (int i = 0; i < NUMBER; i++) {
            if (ships[i] != null) ships[i].sink(1000);
            ships[i] = fleet.launch(node, "/desk", headers, new Console());
        }
    }

    @Override
    void pulse(long now) {
        if (deaf && now - cameAt > AGAIN) begin();
    }

    private final class Console implements Ship.Ears {
        private int live;
        private boolean welcomed;

        @Override
        public void opened(Ship ship) {
            ship.send(Frame.of("hello").toString());
        }

        @Override
        public void text(Ship ship, byte[] buffer, int from, int to) {
            if (!welcomed && Subject.find(buffer, from, to, Marks.WELCOME) < to) {
                welcomed = true;
                openNext(ship);
            }
            int at = Subject.find(buffer, from, to, Marks.LIVE);
            while (at < to && live < conversations.size()) {
                live++;
                openNext(ship);
                at = Subject.find(buffer, at, to, Marks.LIVE);
            }
        }

        private void openNext(Ship ship) {
            if (live < conversations.size()) {
                ship.send(Frame.of("open", "conversation", conversations.get(live))
                        .toString());
                return;
            }
            ready++;
            if (deaf) ship.deafen();
        }
    }
}
