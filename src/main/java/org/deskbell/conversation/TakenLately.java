package org.deskbell.conversation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deskbell.site.SiteId;

/** What agents have taken of a site's conversations lately, from the store: how fast they are, so nothing that did not wait for them. */
@ApplicationScoped
public class TakenLately {
    /** Of all sites' conversations no more are looked through; the newest ones are asked for by their number, so that a large store is not. */
    private static final int NEWEST = 5_000;

    /** Of a long conversation no more is looked through. */
    private static final int LOOKED_THROUGH = 200;

    /**
     * Who was given it and did not open it has not taken it. Where an agent spoke first, the conversation began in the moment in which he took it.
     */
    private static final String FIND = "select c.department_id, c.queued_at,"
            + " min(case when e.kind = 'claimed' then e.at end) as taken, min(case when e.kind = 'posted' then e.at end) as answered"
            + " from conversation c join entry e on e.conversation_id = c.id and e.seq <= " + LOOKED_THROUGH
            + " where c.id > ? and c.site_id = ? and c.started_at > ? and c.owner_id is not null and c.offered_at is null"
            + " and e.by_kind = 'agent' and e.at >= c.queued_at and (e.kind = 'posted' or (e.kind = 'claimed'"
            + " and not exists (select 1 from entry u where u.conversation_id = e.conversation_id and u.seq > e.seq"
            + " and u.seq <= " + LOOKED_THROUGH + " and u.kind = 'released' and u.text = '" + Offer.UNANSWERED
            + "' and u.by_id = e.by_id)))"
            + " group by c.id, c.department_id, c.queued_at having min(e.at) > c.queued_at order by c.id desc limit ?";

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    /**
     * Of those that began since then and still have an owner, the newest conversation first, so many at most. Fails with
     * {@link IllegalStateException} where the store does not answer.
     */
    @Transactional
    public List<Taken> of(SiteId site, Instant since, int most) {
        try (Connection connection = source.getConnection()) {
            return read(connection, site, since, most);
        } catch (SQLException failure) {
            throw new IllegalStateException("What was taken lately was not read", failure);
        }
    }

    static List<Taken> read(Connection connection, SiteId site, Instant since, int most) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        long newest = newest(connection);
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setLong(1, newest - NEWEST);
            select.setLong(2, site.value());
            select.setObject(3, since.atOffset(ZoneOffset.UTC));
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) taken.add(one(row));
            }
        }
        return taken;
    }

    /** Asked by itself: so the database knows from how far back when it plans. */
    private static long newest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(id) from conversation");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Taken one(ResultSet row) throws SQLException {
        long department = row.getLong("department_id");
        return new Taken(
                row.wasNull() ? null : department,
                instant(row, "queued_at"),
                instant(row, "taken"),
                instant(row, "answered"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
