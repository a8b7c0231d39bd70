package org.deskbell.bench;

import java.net.URI;

/** One socket that sends as fast as it can, and comes again soon after it was closed. */
final class Flooder extends Crowd {
    private static final int AT_ONCE = 50;
    private static final long PAUSE = 100_000_000;

    private final URI node;
    private Ship ship;
    private boolean welcomed;
    private long again = Long.MAX_VALUE;
    private long number;
    private volatile long frames;
    private volatile int closed;

    Flooder(URI node) {
        this.node = node;
    }

    long frames() {
        return frames;
    }

    int closed() {
        return closed;
    }

    @Override
    void begin() {
        again = Long.MAX_VALUE;
        welcomed = false;
        ship = fleet.launch(node, "/chat", DeskbellSubject.PROTOCOL, new Ship.Ears() {
            @Override
            public void opened(Ship opened) {
                opened.send(DeskbellSubject.hello().toString());
            }

            @Override
            public void text(Ship from, byte[] buffer, int start, int end) {
                welcomed |= Subject.find(buffer, start, end, Marks.WELCOME) < end;
            }

            @Override
            public void sunk(Ship sunk, int code) {
                closed++;
                again = System.nanoTime() + PAUSE;
            }
        });
    }

    @Override
    void pulse(long now) {
        if (now >= again) begin();
        while (welcomed && ship.isOpen() && ship.drained()) {
            for (int i = 0; i < AT_ONCE && ship.isOpen(); i++) {
                ship.send("{\"type\":\"post\",\"ref\":\"flooding-" + number++ + "\",\"text\":\"" + "x".repeat(500)
                        + "\"}");
                frames++;
            }
            if (number % 2_000 == 0) return;
        }
    }
}
