package org.deskbell.socket;

import java.lang.System.Logger.Level;
import org.deskbell.conversation.Conversation;
import org.deskbell.protocol.By;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Typing;
import org.deskbell.protocol.TypingNow;
import org.deskbell.site.SiteId;

/**
 * That one screen of a visitor types, and what it has written and not sent, where his site shows that to agents. Nothing of it is kept: of
 * several texts the last one counts, and what comes too fast, or while there is too much to do, is dropped without a word.
 */
final class Unsent {
    private static final System.Logger LOG = System.getLogger(Unsent.class.getName());
    private static final int BURST = 5;
    private static final int PER_SECOND = 2;

    private final Connection connection;
    private final Rooms rooms;
    private final Bucket bucket;

    /** How often something was said or taken back: a text from before that is shown no more. */
    private int turn;

    /** How to take back what agents were shown last; null where they were shown nothing. */
    private Shown shown;

    private record Shown(Feed at, String over) {}

    /** @param ease how many times the usual rate is allowed */
    Unsent(Connection connection, Rooms rooms, int ease) {
        this.connection = connection;
        this.rooms = rooms;
        bucket = new Bucket((double) BURST * ease, (double) PER_SECOND * ease, System.nanoTime());
    }

    /** He types, or has stopped. */
    void typing(Feed at, By by, SiteId site, Typing typing) {
        if (typing.text() == null) {
            sent();
            rooms.typing().ofVisitor(at, frame(at, by, typing.on(), null));
        } else if (bucket.take(System.nanoTime())) {
            int now = turn();
            connection.errand(() -> guarded(() -> show(at, by, site, typing, now)));
        }
    }

    /** A store that does not answer must not cost him his connection because he types. */
    private static void guarded(Runnable showing) {
        try {
            showing.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.DEBUG,
                    "What is not sent yet was not shown: {0}",
                    failure.getClass().getName());
        }
    }

    private void show(Feed at, By by, SiteId site, Typing typing, int of) {
        if (!isShownOn(site)) {
            rooms.typing().ofVisitor(at, frame(at, by, true, null));
            return;
        }
        // As it stands now: it may have been handed on since it was opened here.
        Conversation now = rooms.conversations().byId(at.id()).orElse(null);
        if (now == null || !now.open()) return;
        synchronized (this) {
            if (of != turn || connection.isOver()) return;
            shown = new Shown(at, frame(at, by, false, null));
            rooms.typing().unsent(now, frame(at, by, true, typing.text()));
        }
    }

    private boolean isShownOn(SiteId site) {
        return rooms.sites().find(site).map(now -> now.manners().unsent()).orElse(false);
    }

    private static String frame(Feed at, By by, boolean on, String text) {
        return Encoder.encode(new TypingNow(at.conversation().publicId(), by, on, text));
    }

    private synchronized int turn() {
        return turn;
    }

    /** It is said now, or he has stopped: what is still under way of it is shown no more. */
    synchronized void sent() {
        turn++;
        shown = null;
    }

    /** He has ended the conversation, or this screen is gone. */
    synchronized void over() {
        Shown last = shown;
        sent();
        if (last != null) rooms.typing().ofVisitor(last.at(), last.over());
    }
}
