package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Channels;
import org.deskbell.bus.Heard;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Changed;
import org.deskbell.conversation.ConversationId;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.ViewingNow;

/**
 * Shows agents which colleagues have the same conversation before them: here, and by Redis or the store on other nodes. Nothing of it is
 * kept; who is not heard of any more is forgotten where he is shown.
 */
@ApplicationScoped
public class Viewers {
    private static final String TOPIC = "viewing";

    @Inject
    private Connections connections;

    @Inject
    private Channels channels;

    @Inject
    private Bus bus;

    /** He has it before him now, on this screen, or not any more. */
    void views(Feed at, Author agent, boolean on) {
        boolean comes = on && !at.isViewed();
        at.viewed(on);
        if (!on && viewsElsewhere(at, agent.id())) return;
        tell(at.id(), agent.id(), comes, frame(at, agent, on));
        if (comes) welcome(at, agent.id());
    }

    /** On another screen of his. */
    private boolean viewsElsewhere(Feed at, long agent) {
        return connections.following(at.id()).stream()
                .anyMatch(feed -> feed != at && feed.isViewed() && agentOf(feed) == agent);
    }

    /** Who comes is told who is here. */
    private void welcome(Feed newcomer, long agent) {
        for (Feed feed : connections.following(newcomer.id())) {
            if (!feed.isViewed() || agentOf(feed) == agent) continue;
            newcomer.connection()
                    .send(frame(feed, ((AgentDesk) feed.connection().desk()).me(), true));
        }
    }

    private void tell(ConversationId id, long agent, boolean comes, String frame) {
        toOthers(id, agent, frame);
        toOtherNodes(id, agent, comes, frame);
    }

    private void toOtherNodes(ConversationId id, long agent, boolean comes, String frame) {
        String word = id.value() + " " + agent + " " + comes + " " + frame;
        if (channels.isOpen()) channels.publish(Changed.channelOf(id), TOPIC, word);
        else bus.tellIfRoom(TOPIC, word);
    }

    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(TOPIC)) return;
        for (String word : heard.words()) {
            String[] parts = word.split(" ", 4);
            ConversationId id = new ConversationId(Long.parseLong(parts[0]));
            toOthers(id, Long.parseLong(parts[1]), parts[3]);
            if (parts[2].equals("true")) answer(id);
        }
    }

    /** Somebody came on another node: he is told who is here. */
    private void answer(ConversationId id) {
        for (Feed feed : connections.following(id)) {
            if (!feed.isViewed()) continue;
            Author agent = ((AgentDesk) feed.connection().desk()).me();
            toOtherNodes(id, agent.id(), false, frame(feed, agent, true));
        }
    }

    private void toOthers(ConversationId id, long agent, String frame) {
        for (Feed feed : connections.following(id)) {
            if (agentOf(feed) != agent) feed.connection().send(frame);
        }
    }

    private static String frame(Feed at, Author agent, boolean on) {
        return Encoder.encode(new ViewingNow(at.conversation().publicId(), Frames.by(agent, null), on));
    }

    private static long agentOf(Feed feed) {
        return feed.connection().desk() instanceof AgentDesk desk
                ? desk.agentId().value()
                : 0;
    }
}
