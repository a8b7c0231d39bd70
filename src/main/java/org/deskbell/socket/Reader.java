package org.deskbell.socket;

import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Kind;

/** For whom an entry of the log is put into a frame. */
enum Reader {
    VISITOR,
    AGENT;

    /** False for what stays among agents, or cannot be read here: he learns its number, and nothing else. */
    boolean reads(Entry entry) {
        return !entry.kind().isPrivate() || this == AGENT && entry.kind() != Kind.UNKNOWN;
    }
}
