package org.deskbell.socket;

import java.util.function.Consumer;
import org.deskbell.conversation.Conversation;
import org.deskbell.routing.Remit;

/** What one console may see: its agent's remit as it is now. */
final class Sight implements Feed.Permit {
    private final Consumer<Feed> lost;
    private volatile Remit remit;

    /** @param lost told when a conversation that is followed may not be seen any more */
    Sight(Remit remit, Consumer<Feed> lost) {
        this.remit = remit;
        this.lost = lost;
    }

    Remit remit() {
        return remit;
    }

    /** False where it was the same before. */
    boolean becomes(Remit now) {
        boolean other = !now.equals(remit);
        remit = now;
        return other;
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
