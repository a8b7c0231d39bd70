package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.deskbell.bus.Channels;
import org.deskbell.bus.Heard;
import org.deskbell.conversation.Changed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.visitor.VisitorId;

/**
 * Shows who types, and where a site wants it what, to those who look at the conversation: here, and by Redis on other nodes. It is never kept, so
 * between nodes without Redis it is not shown.
 */
@ApplicationScoped
public class TypingRelay {
    /** In the place of a department. */
    private static final String NOWHERE = "-";

    private static final String TO_AGENTS = "typing-to-agents";
    private static final String UNSENT = "unsent-to-agents";
    private static final String TO_VISITOR = "typing-to-visitor";

    @Inject
    private Connections connections;

    @Inject
    private Channels channels;

    @Inject
    private Writing writing;

    void ofVisitor(Feed at, String frame) {
        toAgents(at.id(), null, frame);
        channels.publish(Changed.channelOf(at.id()), TO_AGENTS, at.id().value() + " " + frame);
    }

    /**
     * What a visitor writes and has not sent goes to those alone who may see the conversation as it stands now.
     *
     * @param now read a moment ago
     */
    void unsent(Conversation now, String frame) {
        unsentToAgents(now.id(), now.department(), frame);
        String department =
                now.department() == null ? NOWHERE : now.department().toString();
        String word = now.id().value() + " " + department + " " + frame;
        channels.publish(Changed.channelOf(now.id()), UNSENT, word);
    }

    /** @param at the typing agent's own feed, which is not told */
    void ofAgent(Feed at, String frame) {
        VisitorId visitor = at.conversation().visitor();
        String publicId = at.conversation().publicId();
        toVisitor(visitor, publicId, frame);
        toAgents(at.id(), at, frame);
        channels.publish(Changed.channelOf(visitor), TO_VISITOR, visitor.value() + " " + publicId + " " + frame);
        channels.publish(Changed.channelOf(at.id()), TO_AGENTS, at.id().value() + " " + frame);
    }

    void onHeard(@Observes Heard heard) {
        for (String word : heard.words()) {
            if (heard.topic().equals(TO_AGENTS)) {
                String[] parts = word.split(" ", 2);
                toAgents(new ConversationId(Long.parseLong(parts[0])), null, parts[1]);
            } else if (heard.topic().equals(UNSENT)) {
                String[] parts = word.split(" ", 3);
                Long department = parts[1].equals(NOWHERE) ? null : Long.valueOf(parts[1]);
                unsentToAgents(new ConversationId(Long.parseLong(parts[0])), department, parts[2]);
            } else if (heard.topic().equals(TO_VISITOR)) {
                String[] parts = word.split(" ", 3);
                toVisitor(new VisitorId(Long.parseLong(parts[0])), parts[1], parts[2]);
            }
        }
    }

    private void toAgents(ConversationId conversation, Feed except, String frame) {
        writing.in(conversation);
        for (Feed feed : connections.following(conversation)) {
            if (except == null || feed.connection() != except.connection())
                feed.connection().send(frame);
        }
    }

    private void unsentToAgents(ConversationId conversation, Long department, String frame) {
        writing.in(conversation);
        for (Feed feed : connections.following(conversation)) {
            if (feed.connection().desk() instanceof AgentDesk desk
                    && desk.sight().remit().covers(department))
                feed.connection().send(frame);
        }
    }

    private void toVisitor(VisitorId visitor, String conversation, String frame) {
        for (VisitorScreen screen : connections.of(visitor)) screen.typing(conversation, frame);
    }
}
