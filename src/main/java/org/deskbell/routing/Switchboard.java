package org.deskbell.routing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbell.bus.Neighbours;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.HeldMessages;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.presence.AgentPresence;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/**
 * Connects waiting conversations with agents. Whether a claim holds is decided by the conversation's row, so two nodes with a
 * switchboard each cannot give one conversation to two agents, and no lock of the container is needed: a sweep that waits for the store
 * does not hold up a claim.
 */
@Singleton
@Lock(LockType.READ)
@Startup
@DependsOn("Store")
public class Switchboard {
    private static final System.Logger LOG = System.getLogger(Switchboard.class.getName());
    private static final int LOOK_AROUND = 30;
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    @Inject
    private MessageLog log;

    @Inject
    private Conversations conversations;

    @Inject
    private HeldMessages held;

    @Inject
    private AgentPresence presence;

    @Inject
    private Staff staff;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Remits remits;

    @Inject
    private Assignment assignment;

    @Inject
    private Partings partings;

    private volatile int seconds;
    private volatile boolean failing;

    /** Owners from before the restart may come back; if not, {@link #sweep} takes their conversations back. */
    @PostConstruct
    void start() {
        occupied(conversations.inCompany()).forEach(presence::expect);
    }

    /** The agent picks it from the queue; the second one who does is refused {@code taken}. */
    public void claim(ConversationId conversation, Agent agent, String ref, Reply reply) {
        log.submit(new Change.Claim(conversation, Author.agent(agent.id(), agent.name()), ref, reply));
    }

    /** The owner hands it back: it keeps its place in the queue. */
    public void release(ConversationId conversation, Agent agent, String ref, Reply reply) {
        log.submit(new Change.Release(conversation, Author.agent(agent.id(), agent.name()), ref, reply));
    }

    /**
     * The agent is gone: what he has goes back to the queue, each to its place, or, where he went on purpose, to what its site says, and what he
     * joined he has left.
     */
    public void gone(AgentId id) {
        staff.byId(id).ifPresent(agent -> {
            List<Conversation> his = conversations.ownedBy(id);
            if (staff.leftOnPurpose(agent)) partings.part(agent, his, onceMore(id));
            else partings.dropOut(agent, his, onceMore(id));
            // Nobody waits for who was there beside the owner: he is there or not.
            for (Conversation each : conversations.joinedBy(id)) leave(each, agent, onceMore(id));
        });
    }

    private void leave(Conversation joined, Agent agent, Reply reply) {
        log.submit(new Change.Join(joined.id(), Author.agent(agent.id(), agent.name()), null, false, reply));
    }

    /** How many of his conversations would go where if he went offline now; each fate has a number. Asks the store. */
    public Map<Fate, Integer> foreseen(AgentId id) {
        return partings.foreseen(conversations.ownedBy(id));
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sweep() {
        for (AgentId gone : goneNow()) {
            try {
                // What he said before he went is said before what he has goes to others.
                if (held.hurry(gone)) presence.expect(gone, LAST_WORDS);
                else gone(gone);
            } catch (RuntimeException notNow) {
                LOG.log(Level.WARNING, "Agent {0} could not be dropped out; it is tried again", gone.value());
                presence.expect(gone);
            }
        }
        assignment.wake();
    }

    private List<AgentId> goneNow() {
        try {
            // Only the timer counts, and it never runs twice at once.
            seconds = (seconds + 1) % LOOK_AROUND;
            if (seconds == 0) lookAround();
            failing = false;
            return presence.gone();
        } catch (RuntimeException noStore) {
            if (!failing) LOG.log(Level.WARNING, "Who is gone is not known: the store does not answer");
            failing = true;
            return List.of();
        }
    }

    /**
     * Owners of whom no node knows: the node that was to look after them may have died in the middle of it, or somebody handed on to one who
     * left in that moment. So may the node of one who chose to be offline; and what slept when he did so may be awake by now.
     */
    private void lookAround() {
        if (!neighbours.alone()) remits.look();
        Map<AgentId, Instant> offline = staff.offline();
        List<Conversation> inCompany = conversations.inCompany();
        for (AgentId owner : occupied(inCompany)) {
            Instant since = offline.get(owner);
            if (since != null) partSince(owner, since);
            else if (presence.missing(owner)) look(owner);
        }
        for (Conversation each : inCompany) letGo(each, offline);
    }

    /** Who has an open conversation, or is beside its owner. */
    private Set<AgentId> occupied(List<Conversation> inCompany) {
        Set<AgentId> agents = new HashSet<>(conversations.owners());
        inCompany.forEach(each -> agents.addAll(each.joined()));
        return agents;
    }

    /** Those who are beside its owner and have gone offline, or may not see it any more: they joined in that moment, or their leaving was not written. */
    private void letGo(Conversation from, Map<AgentId, Instant> offline) {
        for (AgentId id : from.joined()) {
            Instant since = offline.get(id);
            boolean went = since != null && !conversations.hasJoined(from.id(), id, since);
            staff.byId(id)
                    .filter(agent -> went || !remits.of(agent).covers(from))
                    .ifPresent(agent -> leave(from, agent, Reply.NOBODY));
        }
    }

    /** He may come back, unless he logged out. */
    private void look(AgentId missing) {
        boolean loggedOut = staff.byId(missing).filter(staff::leftOnPurpose).isPresent();
        if (loggedOut) gone(missing);
        else presence.expect(missing);
    }

    /** What he took himself since then stays his. */
    private void partSince(AgentId id, Instant since) {
        List<Conversation> his = conversations.ownedBy(id, since);
        if (!his.isEmpty()) staff.byId(id).ifPresent(agent -> partings.part(agent, his, onceMore(id)));
    }

    /** What could not be written is tried again, if he is not back by then. */
    private Reply onceMore(AgentId id) {
        return new Reply() {
            @Override
            public void repeated(Entry original) {
                // it was not his any more
            }

            @Override
            public void refused(Refusal refusal) {
                presence.expect(id);
            }
        };
    }
}
