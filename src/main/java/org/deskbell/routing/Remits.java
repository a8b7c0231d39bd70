package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Reply;
import org.deskbell.site.SiteChanged;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/**
 * Which agents are in which departments, and so what each may act on. Kept at hand for some seconds at most, since another node may have
 * changed it and its word may be lost.
 */
@ApplicationScoped
public class Remits {
    private static final String TOPIC = "remits";
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Read(Map<AgentId, Set<Long>> members, Instant at) {
        /** Nothing yet; another one each time, so that who read before a change does not put that in its place. */
        static Read none() {
            return new Read(Map.of(), Instant.MIN);
        }

        boolean isFresh(Instant now) {
            return now.minus(FRESH).isBefore(at);
        }
    }

    @Inject
    private Memberships memberships;

    @Inject
    private Sites sites;

    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    @Inject
    private Bus bus;

    @Inject
    private Clock clock;

    @Inject
    private Event<RemitsChanged> changes;

    private final AtomicReference<Read> read = new AtomicReference<>(Read.none());
    private Map<AgentId, Set<Long>> told = Map.of();

    /** What this agent may act on. May ask the store. */
    public Remit of(Agent agent) {
        return Remit.of(agent, departmentsOf(agent.id()), sites.all());
    }

    /** What this agent may be given. May ask the store. */
    public Remit dutiesOf(Agent agent) {
        return Remit.of(departmentsOf(agent.id()), sites.all());
    }

    /** The departments he is in. May ask the store. */
    public Set<Long> departmentsOf(AgentId agent) {
        return members().getOrDefault(agent, Set.of());
    }

    /** The departments of everybody who is in one. May ask the store. */
    public Map<AgentId, Set<Long>> members() {
        Read had = read.get();
        if (had.isFresh(clock.instant())) return had.members;
        Read now = new Read(memberships.all(), clock.instant());
        read.compareAndSet(had, now);
        return now.members;
    }

    /**
     * Puts the agent into these departments and no others. What he has of departments that are closed to him from now on goes back to the
     * queue, and what he joined there he has left. Refuses {@code unknown-agent} and {@code unknown-department}.
     */
    public void put(Agent agent, Collection<Long> departments) {
        memberships.set(agent.id(), departments);
        bus.tell(TOPIC, "changed");
        again();
        Remit remit = of(agent);
        Author by = Author.agent(agent.id(), agent.name());
        conversations.ownedBy(agent.id()).stream()
                .filter(owned -> !remit.covers(owned))
                .forEach(owned ->
                        log.submit(new Change.DropOut(owned.id(), agent.id(), Change.DropOut.LEFT, by, Reply.NOBODY)));
        conversations.joinedBy(agent.id()).stream()
                .filter(joined -> !remit.covers(joined))
                .forEach(joined -> log.submit(new Change.Join(joined.id(), by, null, false, Reply.NOBODY)));
    }

    /** To be called now and then: tells of a change whose word was lost. */
    void look() {
        Map<AgentId, Set<Long>> before = told;
        told = members();
        if (!told.equals(before)) changes.fire(new RemitsChanged());
    }

    void onSite(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteChanged changed) {
        again();
    }

    void onHeard(@Observes Heard heard) {
        if (heard.topic().equals(TOPIC) || heard.topic().equals(Sites.TOPIC)) again();
    }

    private void again() {
        read.set(Read.none());
        changes.fire(new RemitsChanged());
    }
}
