package org.deskbell.socket;

import org.deskbell.conversation.Entry;

/** For whom an entry of the log is put into a frame. */
enum Reader {
    VISITOR,
    AGENT;

    /** False for what stays among agents: he learns its number, and nothing else. */
    boolean reads(Entry entry) {
        return this == AGENT || !entry.kind().isPrivate();
    }
}
