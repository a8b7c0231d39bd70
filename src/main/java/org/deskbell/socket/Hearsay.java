package org.deskbell.socket;

import java.util.Map;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.visitor.Visitor;

/**
 * What the page of one screen says of the conversation: kept with the one the visitor is in, or with the one that begins or goes on by what he says here.
 * What another of his pages says is about the conversation that was begun there.
 */
final class Hearsay {
    private final Connection connection;
    private final Rooms rooms;
    private final VisitorSeat seat;
    private volatile Map<String, String> said = Map.of();
    private volatile ConversationId kept;
    private volatile String awaited;

    Hearsay(Connection connection, Rooms rooms, VisitorSeat seat) {
        this.connection = connection;
        this.rooms = rooms;
        this.seat = seat;
    }

    /** All that the page says now; null where it says nothing. As soon as it is read, so that it goes before what he says next; {@link #keep} is for an errand. */
    void hear(Map<String, String> now) {
        if (now == null) return;
        kept = null;
        said = now;
    }

    /** All that the page says now. */
    Map<String, String> said() {
        return said;
    }

    /** He says something by this ref: the conversation is open then. */
    void posted(String ref) {
        Feed here = seat.feed();
        if (here == null || !here.id().equals(kept)) awaited = ref;
    }

    void news(Entry entry) {
        if (said.isEmpty() || awaited == null || !awaited.equals(entry.ref())) return;
        awaited = null;
        connection.errand(this::keep);
    }

    void keep() {
        Feed here = seat.feed();
        Visitor who = seat.visitor();
        if (said.isEmpty() || here == null || who == null) return;
        switch (rooms.abouts().say(who.id(), here.id(), said)) {
            case CHANGED -> {
                kept = here.id();
                rooms.whereabouts().tellEverywhere(who.id());
            }
            case SAME -> kept = here.id();
            case FULL -> {
                kept = here.id();
                connection.send(Frames.refused("identify", null, "too-many-attributes"));
            }
            case NOT_NOW -> {
                // what he says next opens it
            }
        }
    }
}
