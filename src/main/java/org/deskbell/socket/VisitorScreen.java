package org.deskbell.socket;

import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.visitor.Visitor;

/** One screen of a visitor, whatever it understands. */
interface VisitorScreen {
    Connection connection();

    /** Null before he was let in and after he has gone. */
    Visitor visitor();

    /** Something happened in a conversation of this visitor. */
    void news(News news);

    /** Another node has written to this conversation of this visitor; what is new is in the log. */
    void elsewhere(Conversation now);

    /** An agent types, or has stopped; {@code encoded} is the frame. */
    void typing(String conversation, String encoded);

    /** An agent sent something to this visitor's page or browser; {@code encoded} is the frame. */
    void assist(String conversation, String encoded);

    /** Somebody came or went, or the site has opened or closed; {@code encoded} is {@code presence} as a frame. */
    void presence(String encoded);

    /**
     * The place in the queue of a conversation of this visitor, and about how many minutes that takes, or null. Without a place: it does not wait
     * any more.
     */
    void queue(ConversationId conversation, Integer position, Integer minutes);

    /** The identity behind this screen is deleted. */
    void forgotten();
}
