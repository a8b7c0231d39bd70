package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.deskbell.assist.Permission;
import org.deskbell.assist.Permissions;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Channels;
import org.deskbell.bus.Heard;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Changed;
import org.deskbell.conversation.ConversationId;
import org.deskbell.protocol.Assist;
import org.deskbell.protocol.AssistNow;
import org.deskbell.protocol.Encoder;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * Passes on what the two sides of an assistance send each other, if it is allowed at that moment: here, and by Redis or the store on other
 * nodes, which look for themselves whether it is. Nothing of it is kept.
 */
@ApplicationScoped
public class AssistRelay {
    private static final String TO_AGENTS = "assist-to-agents";
    private static final String TO_VISITOR = "assist-to-visitor";
    private static final String NONE = "-";

    @Inject
    private Connections connections;

    @Inject
    private Permissions permissions;

    @Inject
    private Channels channels;

    @Inject
    private Bus bus;

    /** False where nobody may have it. */
    boolean ofVisitor(Feed at, Author visitor, Assist assist) {
        ConversationId id = at.id();
        boolean allowed = assist.isCall()
                ? permissions.allowsCall(id, assist.request()).isPresent()
                : permissions.now(id).stream().anyMatch(request -> permissions.sees(id, request.agent()));
        if (!allowed) return false;
        String frame = frame(at, visitor, assist);
        String request = assist.isCall() ? assist.request() : NONE;
        toAgents(id, request, assist.more(), frame);
        tell(Changed.channelOf(id), TO_AGENTS, id.value() + " " + request + " " + assist.more() + " " + frame);
        return true;
    }

    /** False where he may not. */
    boolean ofAgent(Feed at, Agent agent, Assist assist) {
        if (!may(at.id(), agent.id(), assist.request(), assist.about())) return false;
        if (assist.about().equals("watch"))
            at.watch(!assist.data().replace(" ", "").contains("\"on\":false"));
        VisitorId visitor = at.conversation().visitor();
        String publicId = at.conversation().publicId();
        String frame = frame(at, Author.agent(agent.id(), agent.name()), assist);
        toVisitor(visitor, publicId, frame);
        String may = agent.id().value() + " " + assist.request() + " " + assist.about();
        tell(
                Changed.channelOf(visitor),
                TO_VISITOR,
                visitor.value() + " " + publicId + " " + at.id().value() + " " + may + " " + frame);
        return true;
    }

    private static String frame(Feed at, Author by, Assist assist) {
        String publicId = at.conversation().publicId();
        return Encoder.encode(
                new AssistNow(publicId, Frames.by(by, at.conversation().visitorPublicId()), assist));
    }

    private boolean may(ConversationId id, AgentId agent, String request, String about) {
        Optional<AgentId> allowed =
                switch (about) {
                    case "watch" -> permissions.allows(id, request, Permission.SEE);
                    case "point" -> permissions.allows(id, request, Permission.POINT);
                    case "act" -> permissions.allows(id, request, Permission.ACT);
                    default -> permissions.allowsCall(id, request);
                };
        return allowed.filter(agent::equals).isPresent();
    }

    private void tell(String channel, String topic, String word) {
        if (channels.isOpen()) channels.publish(channel, topic, word);
        else bus.tellIfRoom(topic, word);
    }

    void onHeard(@Observes Heard heard) {
        for (String word : heard.words()) {
            if (heard.topic().equals(TO_AGENTS)) {
                String[] parts = word.split(" ", 4);
                toAgents(new ConversationId(Long.parseLong(parts[0])), parts[1], parts[2].equals("true"), parts[3]);
            } else if (heard.topic().equals(TO_VISITOR)) {
                String[] parts = word.split(" ", 7);
                ConversationId id = new ConversationId(Long.parseLong(parts[2]));
                AgentId agent = new AgentId(Long.parseLong(parts[3]));
                if (!may(id, agent, parts[4], parts[5])) continue;
                toVisitor(new VisitorId(Long.parseLong(parts[0])), parts[1], parts[6]);
            }
        }
    }

    /** @param request whose agent is meant, or {@link #NONE} for all who look at the page and may see it */
    private void toAgents(ConversationId id, String request, boolean more, String frame) {
        AgentId only = request.equals(NONE)
                ? null
                : permissions.allowsCall(id, request).orElse(null);
        for (Feed feed : connections.following(id)) {
            if (!(feed.connection().desk() instanceof AgentDesk desk)) continue;
            AgentId agent = desk.agentId();
            boolean meant =
                    request.equals(NONE) ? feed.isWatching() && permissions.sees(id, agent) : agent.equals(only);
            if (meant) feed.connection().sendBulk(frame, more);
        }
    }

    private void toVisitor(VisitorId visitor, String conversation, String frame) {
        for (VisitorScreen screen : connections.of(visitor)) screen.assist(conversation, frame);
    }
}
