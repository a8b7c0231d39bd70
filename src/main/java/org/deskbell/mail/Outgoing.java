package org.deskbell.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.site.SiteGoes;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorsMerged;

/** The mails visitors asked for, in the database: admitted within limits, counted, and sent once. */
@ApplicationScoped
@Transactional
public class Outgoing implements Tray {
    /** In 24 hours. */
    static final int PER_CONVERSATION = 3;

    /** In 24 hours, whoever asks. */
    static final int PER_ADDRESS = 5;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<MailOrdered> ordered;

    /**
     * It will be sent, once; asked again with the same ref it is the same mail.
     *
     * @throws Refused bad-address, enough-mails where this conversation or this address has had enough for today, mail-busy where the server has
     *     for this hour
     */
    public void take(Order order) {
        MailAddress address = MailAddress.of(order.address()).orElseThrow(() -> new Refused("bad-address"));
        // One at a time, on all nodes: the limits hold exactly.
        em.createNativeQuery("select id from mail_gate where id = 1 for update").getSingleResult();
        if (isKnown(order)) return;
        OffsetDateTime yesterday = now().minusDays(1);
        boolean enough = count("m.conversationId", order.conversation().value(), yesterday) >= PER_CONVERSATION
                || count("m.addressMark", address.mark(), yesterday) >= PER_ADDRESS;
        if (enough) throw new Refused("enough-mails");
        if (lately() >= settings.number(Setting.MAIL_PER_HOUR)) throw new Refused("mail-busy");
        MailRow row = new MailRow();
        row.id = UUID.randomUUID().toString();
        row.siteId = order.site().value();
        row.conversationId = order.conversation().value();
        row.visitorId = order.visitor().value();
        row.ref = order.ref();
        row.address = address.text();
        row.addressMark = address.mark();
        row.language = order.language();
        row.zone = order.zone();
        row.orderedAt = now();
        row.nextAt = row.orderedAt;
        em.persist(row);
        ordered.fire(new MailOrdered(row.id));
    }

    private boolean isKnown(Order order) {
        return em.createQuery(
                                "select count(m) from MailRow m where m.conversationId = :conversation and m.ref = :ref",
                                Long.class)
                        .setParameter("conversation", order.conversation().value())
                        .setParameter("ref", order.ref())
                        .getSingleResult()
                > 0;
    }

    private long count(String of, Object what, OffsetDateTime since) {
        return em.createQuery(
                        "select count(m) from MailRow m where " + of + " = :what and m.orderedAt > :since", Long.class)
                .setParameter("what", what)
                .setParameter("since", since)
                .getSingleResult();
    }

    private long lately() {
        return em.createQuery("select count(m) from MailRow m where m.orderedAt > :since", Long.class)
                .setParameter("since", now().minusHours(1))
                .getSingleResult();
    }

    @Override
    public Optional<Mail> claim() {
        return claims().claim();
    }

    @Override
    public void done(Mail mail) {
        claims().done(mail);
    }

    @Override
    public Optional<Duration> later(Mail mail) {
        return claims().later(mail);
    }

    /** What is a day old is not counted any more. */
    @Override
    public int sweep() {
        int unsent = delete("m.nextAt is not null and");
        delete("");
        return unsent;
    }

    private int delete(String which) {
        return em.createQuery("delete from MailRow m where " + which + " m.orderedAt < :before")
                .setParameter("before", now().minusDays(1))
                .executeUpdate();
    }

    /** What he asked for is not sent any more. */
    void onForgotten(@Observes VisitorForgotten forgotten) {
        em.createQuery("delete from MailRow m where m.visitorId = :visitor and m.nextAt is not null")
                .setParameter("visitor", forgotten.visitor().value())
                .executeUpdate();
    }

    void onMerged(@Observes VisitorsMerged merged) {
        em.createQuery("update MailRow m set m.visitorId = :into where m.visitorId = :from")
                .setParameter("into", merged.into().value())
                .setParameter("from", merged.from().value())
                .executeUpdate();
    }

    void onSiteGoes(@Observes SiteGoes going) {
        em.createQuery("delete from MailRow m where m.siteId = :site")
                .setParameter("site", going.site().value())
                .executeUpdate();
    }

    private Claims<MailRow> claims() {
        return new Claims<>(em, MailRow.class, clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
