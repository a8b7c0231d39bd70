package org.deskbell.socket;

import org.deskbell.protocol.Assist;

/**
 * What one connection may have passed on: a page's first picture comes as many frames at once, then there are few; a call needs few at any
 * time. It is apart from what is said, so that neither takes the other's place.
 */
final class AssistRate {
    private final Bucket all;
    private final Bucket calls;

    private AssistRate(int burst, int perSecond, double ease) {
        long now = System.nanoTime();
        all = new Bucket(burst * ease, perSecond * ease, now);
        calls = new Bucket(120 * ease, 5 * ease, now);
    }

    static AssistRate ofVisitor(int ease) {
        return new AssistRate(400, 25, ease);
    }

    static AssistRate ofAgent(int ease) {
        return new AssistRate(200, 40, ease);
    }

    boolean take(Assist assist, long now) {
        return all.take(now) && (!assist.isCall() || calls.take(now));
    }
}
