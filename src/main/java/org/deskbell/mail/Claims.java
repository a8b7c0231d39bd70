package org.deskbell.mail;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A table in which mails wait: claimed by one node at a time, tried again, given up. Its owner brings the transaction. */
final class Claims<R extends Posted> {
    private static final int LOOKED_AT = 20;

    private final EntityManager em;
    private final Class<R> type;
    private final Clock clock;

    Claims(EntityManager em, Class<R> type, Clock clock) {
        this.em = em;
        this.type = type;
        this.clock = clock;
    }

    /** The next one that is due; nobody else gets it for as long as {@link Patience#LEASE}. */
    Optional<Mail> claim() {
        String rows = type.getSimpleName();
        List<R> due = em.createQuery("select m from " + rows + " m where m.nextAt <= :now order by m.nextAt", type)
                .setParameter("now", now())
                .setMaxResults(LOOKED_AT)
                .getResultList();
        for (R row : due) {
            int mine = em.createQuery("update " + rows + " m set m.tries = m.tries + 1, m.nextAt = :later"
                            + " where m.id = :id and m.tries = :tries and m.nextAt is not null")
                    .setParameter("later", now().plus(Patience.LEASE))
                    .setParameter("id", row.id)
                    .setParameter("tries", row.tries)
                    .executeUpdate();
            if (mine == 1) return Optional.of(row.toMail(row.tries + 1));
        }
        return Optional.empty();
    }

    void done(Mail mail) {
        R row = em.find(type, mail.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null) row.close();
    }

    Optional<Duration> later(Mail mail) {
        R row = em.find(type, mail.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) return Optional.empty();
        Optional<Duration> wait = Patience.after(row.tries);
        if (row.tries != mail.tries() || row.nextAt == null) return wait;
        wait.ifPresentOrElse(some -> row.nextAt = now().plus(some), row::close);
        return wait;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
