package org.deskbell.bench.scale;

/** How long things take, in microseconds: they decide how much is done at once, not how often it is done at rest. */
final class Costs {
    /** A transaction of the writer, and each change in it ({@code GroupCommit}): a disk that keeps a commit within 2 ms. */
    static final long TRANSACTION = 2_000;

    static final long CHANGE = 40;

    /** {@code GroupCommit.GATHER_NANOS}. */
    static final long GATHER = 150;

    /** A statement of one of the other threads, to PostgreSQL and back, and each row it brings. */
    static final long STATEMENT = 500;

    static final long ROW = 10;

    static final long MILLI = 1_000;

    private Costs() {}

    static long statements(long statements, long rows) {
        return statements * STATEMENT + rows * ROW;
    }
}
