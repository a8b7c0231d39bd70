package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.deskbell.settings.Refused;

/** Finds and keeps agents' rows; callers bring the transaction. */
@ApplicationScoped
class AgentRows {
    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Clock clock;

    Optional<AgentRow> byId(AgentId id) {
        return Optional.ofNullable(rows.find(AgentRow.class, id.value()));
    }

    AgentRow known(AgentId id) {
        return byId(id).orElseThrow(() -> new Refused("unknown-agent"));
    }

    Optional<AgentRow> byLogin(String login) {
        return one("select a from AgentRow a where a.login = ?1", normalise(login));
    }

    Optional<AgentRow> byInvite(String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        return one("select a from AgentRow a where a.inviteHash = ?1", Tokens.hash(token))
                .filter(agent -> !agent.disabled && agent.inviteExpiresAt.isAfter(now()));
    }

    /** Columns, not entities: whenever one is given out by itself all of them are read, and nobody changes them there. */
    List<Agent> all() {
        return rows.createQuery(
                        "select a.id, a.name, a.role, a.login, a.disabled, a.status, a.stamp, a.password from AgentRow a"
                                + " order by a.name, a.id",
                        Object[].class)
                .getResultStream()
                .map(row -> new Agent(
                        new AgentId((Long) row[0]),
                        (String) row[1],
                        Role.of((String) row[2]),
                        (String) row[3],
                        (Boolean) row[4],
                        (String) row[5],
                        (Integer) row[6],
                        row[7] == null))
                .toList();
    }

    Map<AgentId, String> names(Collection<AgentId> of) {
        Map<AgentId, String> names = new HashMap<>();
        if (of.isEmpty()) return names;
        rows.createQuery("select a.id, a.name from AgentRow a where a.id in :ids", Object[].class)
                .setParameter("ids", of.stream().map(AgentId::value).toList())
                .getResultStream()
                .forEach(row -> names.put(new AgentId((Long) row[0]), (String) row[1]));
        return names;
    }

    boolean none() {
        return rows.createQuery("select count(a) from AgentRow a", Long.class).getSingleResult() == 0;
    }

    Map<AgentId, Instant> offline() {
        Map<AgentId, Instant> offline = new HashMap<>();
        rows.createQuery(
                        "select a from AgentRow a where a.status = 'offline' and a.offlineAt is not null"
                                + " and a.disabled = false",
                        AgentRow.class)
                .getResultStream()
                .forEach(row -> offline.put(new AgentId(row.id), row.offlineAt.toInstant()));
        return offline;
    }

    /** By a statement of its own: who changes the agent at this moment is not disturbed. */
    void speaks(AgentId id, String language) {
        rows.createQuery("update AgentRow a set a.language = ?1 where a.id = ?2"
                        + " and (a.language is null or a.language <> ?3)")
                .setParameter(1, language)
                .setParameter(2, id.value())
                .setParameter(3, language)
                .executeUpdate();
    }

    Map<AgentId, String> spoken() {
        Map<AgentId, String> spoken = new HashMap<>();
        rows.createQuery("select a from AgentRow a where a.language is not null", AgentRow.class)
                .getResultStream()
                .forEach(row -> spoken.put(new AgentId(row.id), row.language));
        return spoken;
    }

    /** Locks every administrator, so that two of them cannot remove each other at the same moment. */
    List<AgentRow> lockAdministrators() {
        return rows.createQuery("select a from AgentRow a where a.role = ?1 order by a.id", AgentRow.class)
                .setParameter(1, Role.ADMINISTRATOR.word())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    AgentRow add(String login, String name, Role role) {
        String wanted = normalise(login);
        if (wanted.isEmpty() || wanted.length() > 200 || wanted.chars().anyMatch(Character::isWhitespace)) {
            throw new Refused("bad-login");
        }
        if (byLogin(wanted).isPresent()) {
            throw new Refused("login-taken");
        }
        AgentRow row = new AgentRow(wanted, name(name), role, now());
        rows.persist(row);
        rows.flush();
        return row;
    }

    /** A name as it may be kept: stripped, 1 to 100 characters, no control characters. */
    static String name(String name) {
        String stripped = name == null ? "" : name.strip();
        if (stripped.isEmpty() || stripped.length() > 100 || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("bad-name");
        }
        return stripped;
    }

    static String normalise(String login) {
        return login == null ? "" : login.strip().toLowerCase(Locale.ROOT);
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private Optional<AgentRow> one(String query, String value) {
        return rows.createQuery(query, AgentRow.class)
                .setParameter(1, value)
                .getResultStream()
                .findFirst();
    }
}
