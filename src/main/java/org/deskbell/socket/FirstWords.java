package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Opening;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Side;
import org.deskbell.presence.Looker;
import org.deskbell.presence.Lookers;
import org.deskbell.protocol.Begin;
import org.deskbell.protocol.Begun;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/**
 * Agents who speak first: to somebody who looks around now on a site of theirs, and to nobody else. The visitor gets it as he gets any message,
 * and the agent is told in which conversation it is.
 */
@ApplicationScoped
public class FirstWords {
    @Inject
    private Lookers lookers;

    @Inject
    private Sites sites;

    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    /** By agent and ref: who waits to be told that it is kept. */
    private final Map<String, AgentDesk> waiting = new ConcurrentHashMap<>();

    /**
     * Refuses {@code unknown-visitor} where he is not there any more or not for this agent, and what any message is refused for. What is kept
     * already is answered as it was, whether he is still there or not. May ask the store.
     */
    void say(AgentDesk desk, Begin begin) {
        Looker looker = lookers.listed(begin.visitor())
                .filter(one -> desk.sight().remit().meets(one.site()))
                .orElse(null);
        Site site = looker == null ? null : sites.find(looker.site()).orElse(null);
        if (site == null) {
            conversations
                    .said(desk.agentId(), begin.ref())
                    .flatMap(original -> conversations.byId(original.conversation()))
                    .ifPresentOrElse(
                            kept -> tell(desk, begin.ref(), kept),
                            () -> refuse(desk, begin, Refusal.of("unknown-visitor")));
            return;
        }
        Opening opening =
                new Opening(site.id(), site.name(), "", site.reopens(), looker.visitor(), looker.publicId(), null);
        waiting.put(key(desk.agentId().value(), begin.ref()), desk);
        log.submit(new Change.Say(null, opening, desk.me(), begin.ref(), begin.text(), reply(desk, begin)));
    }

    private Reply reply(AgentDesk desk, Begin begin) {
        return new Reply() {
            @Override
            public boolean entitled(Conversation locked) {
                return desk.sight().remit().covers(locked);
            }

            @Override
            public void repeated(Entry original) {
                waiting.remove(key(desk.agentId().value(), begin.ref()), desk);
                desk.connection().errand(() -> conversations
                        .byId(original.conversation())
                        .ifPresent(kept -> tell(desk, begin.ref(), kept)));
            }

            @Override
            public void refused(Refusal refusal) {
                waiting.remove(key(desk.agentId().value(), begin.ref()), desk);
                refuse(desk, begin, refusal);
            }
        };
    }

    void onCommitted(@Observes Committed committed) {
        if (waiting.isEmpty()) return;
        for (Happened one : committed.news()) {
            Entry entry = one.entry();
            boolean said = entry.kind() == Kind.POSTED && entry.by().side() == Side.AGENT && entry.ref() != null;
            AgentDesk desk = said ? waiting.remove(key(entry.by().id(), entry.ref())) : null;
            if (desk != null) tell(desk, entry.ref(), one.conversation());
        }
    }

    private static void tell(AgentDesk desk, String ref, Conversation kept) {
        desk.connection().send(new Begun(ref, kept.publicId()));
    }

    private static void refuse(AgentDesk desk, Begin begin, Refusal refusal) {
        desk.connection().send(Frames.refused("begin", begin.ref(), null, refusal));
    }

    private static String key(long agent, String ref) {
        return agent + " " + ref;
    }
}
