package org.deskbell.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deskbell.settings.Refused;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Left;
import org.deskbell.staff.Staff;
import org.deskbell.staff.StaffChanged;

/**
 * Which browsers want to be told, by agent. One that has not been at a console for {@link #KEPT} is not told any more, nor is one whose agent's
 * rights have changed, or his password, until he logs in there again.
 */
@ApplicationScoped
@Transactional
public class Subscribers {
    /** Of one agent; the one that was at a console longest ago makes room. */
    static final int MOST = 10;

    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private PushServices services;

    @Inject
    private Staff staff;

    @Inject
    private Clock clock;

    /** A browser and what is spoken there. */
    public record Browser(Subscription subscription, AgentId agent, String language) {}

    /**
     * Tells him here from now on, and nobody else. Refuses {@code unknown-push-service}. {@code was}: the address this browser had before, or null.
     */
    public void keep(Subscription subscription, String was, Agent agent, String logIn, String language) {
        if (!services.takes(subscription.endpoint())) throw new Refused("unknown-push-service");
        if (was != null) drop(was, agent.id());
        SubscriptionRow known = rows.find(SubscriptionRow.class, subscription.hash(), LockModeType.PESSIMISTIC_WRITE);
        SubscriptionRow row = known == null ? new SubscriptionRow() : known;
        row.endpointHash = subscription.hash();
        row.agentId = agent.id().value();
        row.endpoint = subscription.endpoint();
        row.p256dh = subscription.p256dh();
        row.auth = subscription.auth();
        row.logIn = logIn;
        row.stamp = agent.stamp();
        row.language = language;
        row.seenAt = now();
        if (known == null) rows.persist(row);
        makeRoom(agent.id());
    }

    private void makeRoom(AgentId agent) {
        List<SubscriptionRow> all = rows.createQuery(
                        "select s from SubscriptionRow s where s.agentId = ?1 order by s.seenAt desc",
                        SubscriptionRow.class)
                .setParameter(1, agent.value())
                .getResultList();
        for (SubscriptionRow row : all.subList(Math.min(MOST, all.size()), all.size())) rows.remove(row);
    }

    /** Whether this browser was one of his. */
    public boolean drop(String endpoint, AgentId agent) {
        return rows.createQuery("delete from SubscriptionRow s where s.endpointHash = ?1 and s.agentId = ?2")
                        .setParameter(1, Subscription.hash(endpoint))
                        .setParameter(2, agent.value())
                        .executeUpdate()
                > 0;
    }

    /** Its push service says that there is none. */
    void gone(Subscription subscription) {
        rows.createQuery("delete from SubscriptionRow s where s.endpointHash = ?1")
                .setParameter(1, subscription.hash())
                .executeUpdate();
    }

    /** Everybody who is told somewhere. */
    Set<AgentId> agents() {
        Set<AgentId> agents = new HashSet<>();
        rows.createQuery("select distinct s.agentId from SubscriptionRow s where s.seenAt > ?1", Long.class)
                .setParameter(1, now().minus(KEPT))
                .getResultList()
                .forEach(id -> agents.add(new AgentId(id)));
        return agents;
    }

    List<Browser> of(Agent agent) {
        return rows
                .createQuery(
                        "select s from SubscriptionRow s where s.agentId = ?1 and s.stamp = ?2 and s.seenAt > ?3",
                        SubscriptionRow.class)
                .setParameter(1, agent.id().value())
                .setParameter(2, agent.stamp())
                .setParameter(3, now().minus(KEPT))
                .getResultList()
                .stream()
                .map(Subscribers::browser)
                .toList();
    }

    /** One of his, by its address. */
    public Optional<Browser> of(Agent agent, String endpoint) {
        return of(agent).stream()
                .filter(browser -> browser.subscription.endpoint().equals(endpoint))
                .findFirst();
    }

    private static Browser browser(SubscriptionRow row) {
        return new Browser(
                new Subscription(row.endpoint, row.p256dh, row.auth), new AgentId(row.agentId), row.language);
    }

    /** He has logged out of that browser: it is told nothing until he logs in there again. */
    void onLeft(@Observes Left left) {
        rows.createQuery("delete from SubscriptionRow s where s.logIn = ?1")
                .setParameter(1, left.logIn())
                .executeUpdate();
    }

    void onChanged(@Observes StaffChanged changed) {
        if (!staff.byId(changed.agent()).map(Agent::disabled).orElse(true)) return;
        rows.createQuery("delete from SubscriptionRow s where s.agentId = ?1")
                .setParameter(1, changed.agent().value())
                .executeUpdate();
    }

    /** Deletes those that are not told any more. */
    void sweep() {
        rows.createQuery("delete from SubscriptionRow s where s.seenAt < ?1")
                .setParameter(1, now().minus(KEPT))
                .executeUpdate();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
