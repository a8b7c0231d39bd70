package org.deskbell.socket;

import org.deskbell.conversation.Conversation;

/** What a client that comes (again) will be sent: exactly what it missed, or, where that is too much, the newest anew. */
record Resume(boolean resumed, long first, long last) {
    /** A longer gap is not replayed. */
    static final int LONGEST = 200;

    /** So much is sent where the client has to begin anew. */
    static final int NEWEST = 50;

    /**
     * @param current the conversation it will follow, or null
     * @param held the public id of the one it holds, or null
     * @param after the last seq it has of that one; 0 where it has nothing, or of another store
     */
    static Resume of(Conversation current, String held, long after) {
        if (current == null) return new Resume(false, 1, 0);
        long last = current.lastSeq();
        boolean same = current.publicId().equals(held);
        boolean follows = same && after > 0 && after <= last && last - after <= LONGEST;
        if (follows) return new Resume(true, after + 1, last);
        long first = last <= LONGEST ? 1 : last - NEWEST + 1;
        return new Resume(false, first, last);
    }
}
