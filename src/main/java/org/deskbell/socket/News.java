package org.deskbell.socket;

import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.protocol.Encoder;

/** Something that happened, on its way to several screens: encoded when the first one of each side takes it, and once. */
final class News {
    private final Happened happened;
    private final Round round;
    private String encoded;
    private String forVisitor;

    News(Happened happened, Round round) {
        this.happened = happened;
        this.round = round;
    }

    Round round() {
        return round;
    }

    Entry entry() {
        return happened.entry();
    }

    Conversation conversation() {
        return happened.conversation();
    }

    /** Called by the thread of its round alone. */
    String encoded(Reader reader) {
        if (reader == Reader.VISITOR && Frames.differs(entry())) return forVisitor();
        if (encoded == null) encoded = Encoder.encode(Frames.entry(entry(), conversation(), Reader.AGENT));
        return encoded;
    }

    private String forVisitor() {
        if (forVisitor == null) forVisitor = Encoder.encode(Frames.entry(entry(), conversation(), Reader.VISITOR));
        return forVisitor;
    }
}
