package org.deskbell.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deskbell.conversation.Conversation;
import org.deskbell.routing.Remit;

/** What one console may see: its agent's remit as it is now, and the lists that were cut to it. */
final class Sight implements Feed.Permit {
    private final Consumer<Feed> lost;
    private final Consumer<String> screen;
    private final List<String> held = new ArrayList<>(0);
    private volatile Remit remit;
    private boolean listed;

    /**
     * @param lost told when a conversation that is followed may not be seen any more
     * @param screen takes the lists as encoded frames
     */
    Sight(Remit remit, Consumer<Feed> lost, Consumer<String> screen) {
        this.remit = remit;
        this.lost = lost;
        this.screen = screen;
    }

    Remit remit() {
        return remit;
    }

    /** False where it was the same before. Changes of the lists wait for the {@link #whole} of them from here on where it was not. */
    synchronized boolean becomes(Remit now) {
        if (now.equals(remit)) return false;
        remit = now;
        listed = false;
        held.clear();
        return true;
    }

    /**
     * A change of the lists; held back until the whole of them was sent, which may be older. One that was cut to another remit is dropped: the
     * whole of them, which is read after the remit became another, has what it tells.
     */
    synchronized void news(Remit cutTo, String encoded) {
        if (!cutTo.equals(remit)) return;
        if (listed) screen.accept(encoded);
        else held.add(encoded);
    }

    /** All of the lists, read since the remit became what it is. */
    synchronized void whole(String encoded) {
        screen.accept(encoded);
        held.forEach(screen);
        held.clear();
        listed = true;
    }

    @Override
    public boolean covers(Conversation now) {
        return remit.covers(now);
    }

    @Override
    public void lost(Feed feed) {
        lost.accept(feed);
    }
}
