package org.deskbell.bench;

/** Other clients of the same server, on a thread of their own: what they do must not delay those who are measured. */
abstract class Crowd implements AutoCloseable {
    private static final long PULSE = 5_000_000;

    final Fleet fleet = new Fleet();
    private final Thread thread = new Thread(this::run, getClass().getSimpleName());
    private volatile boolean over;

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        begin();
        fleet.sail("the crowd", 100_000, () -> over, now -> {
            pulse(now);
            return now + PULSE;
        });
    }

    abstract void begin();

    abstract void pulse(long now);

    @Override
    public void close() {
        over = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        fleet.close();
    }
}
