package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** Who is logged in, kept in the store: a session of the container is only a copy, and a restart logs nobody out. */
@ApplicationScoped
@Transactional
class LogIns {
    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /** Opens a log-in and gives the browser's secret for it. */
    String open(Agent agent) {
        rows.createQuery("delete from LogInRow l where l.agentId = ?1 and l.expiresAt < ?2")
                .setParameter(1, agent.id().value())
                .setParameter(2, now())
                .executeUpdate();
        Tokens made = Tokens.make();
        LogInRow row = new LogInRow();
        row.tokenHash = made.hash();
        row.agentId = agent.id().value();
        row.stamp = agent.stamp();
        row.expiresAt = now().plus(idle());
        rows.persist(row);
        return made.token();
    }

    /** The log-in of this secret, if it is open. */
    Optional<LoggedIn> find(String token) {
        return open(Tokens.hash(token)).map(row -> new LoggedIn(new AgentId(row.agentId), row.stamp, row.tokenHash));
    }

    /** Whether the agent of this stamp is logged in anywhere. */
    boolean anyOpen(AgentId agent, int stamp) {
        return rows.createQuery(
                                "select count(l) from LogInRow l where l.agentId = ?1 and l.stamp = ?2 and l.expiresAt > ?3",
                                Long.class)
                        .setParameter(1, agent.value())
                        .setParameter(2, stamp)
                        .setParameter(3, now())
                        .getSingleResult()
                > 0;
    }

    boolean isOpen(String key) {
        return open(key).isPresent();
    }

    /** Its agent has done something: it lasts from now. */
    void touch(String key) {
        open(key).ifPresent(row -> row.expiresAt = now().plus(idle()));
    }

    void close(String key) {
        LogInRow row = rows.find(LogInRow.class, key);
        if (row != null) rows.remove(row);
    }

    Duration idle() {
        return Duration.ofMinutes(settings.number(Setting.SESSION_MINUTES));
    }

    private Optional<LogInRow> open(String key) {
        return Optional.ofNullable(rows.find(LogInRow.class, key)).filter(row -> row.expiresAt.isAfter(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
