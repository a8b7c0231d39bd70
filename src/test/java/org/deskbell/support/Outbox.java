package org.deskbell.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The posts of one client that nobody has acknowledged yet, in the order they were said. */
final class Outbox {

    private static final long RESEND_NANOS = 8_000_000_000L;

    private final Map<String, Pending> pending = new LinkedHashMap<>();

    /** A post on its way, and the entry that will answer it. */
    static final class Pending {
        final Frame frame;
        final CompletableFuture<Frame> answer = new CompletableFuture<>();
        long notBefore;

        Pending(Frame frame) {
            this.frame = frame;
        }
    }

    synchronized CompletableFuture<Frame> add(Frame frame) {
        Pending mine = new Pending(frame);
        pending.put(frame.text("ref"), mine);
        return mine.answer;
    }

    /** What is due to be sent (again), marked as sent now. */
    synchronized List<Frame> due(long now, Predicate<Frame> ready, boolean all) {
        List<Frame> due = new ArrayList<>();
        for (Pending each : pending.values()) {
            boolean late = each.notBefore != 0 && now - each.notBefore >= 0;
            if ((all || late) && ready.test(each.frame)) {
                each.notBefore = now + RESEND_NANOS;
                due.add(each.frame);
            }
        }
        return due;
    }

    synchronized void sent(String ref, long now) {
        Pending mine = pending.get(ref);
        if (mine != null) {
            mine.notBefore = now + RESEND_NANOS;
        }
    }

    void acknowledged(Frame entry) {
        Pending mine = take(entry.text("ref"));
        if (mine != null) {
            mine.answer.complete(entry);
        }
    }

    /** The same post may be taken later: after {@code retryAfter}; without one it has failed for good. */
    void refused(Frame refusal, long now) {
        if (refusal.has("retryAfter") || "not-ready".equals(refusal.text("reason"))) {
            postpone(refusal, now);
            return;
        }
        Pending mine = take(refusal.text("ref"));
        if (mine != null) {
            mine.answer.completeExceptionally(new Refused(refusal));
        }
    }

    private synchronized void postpone(Frame refusal, long now) {
        Pending mine = pending.get(refusal.text("ref"));
        if (mine != null) {
            mine.notBefore = now
                    + Math.max(100, (long)
                                    (refusal.json().containsKey("retryAfter")
                                            ? refusal.json()
                                                            .getJsonNumber("retryAfter")
                                                            .doubleValue()
                                                    * 1000
                                            : 0))
                            * 1_000_000L;
        }
    }

    private synchronized Pending take(String ref) {
        return ref == null ? null : pending.remove(ref);
    }

    synchronized int size() {
        return pending.size();
    }

    /** The server said no for good. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Frame refusal) {
            super(refusal.toString());
        }
    }
}
