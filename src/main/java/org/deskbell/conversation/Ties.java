package org.deskbell.conversation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.deskbell.settings.Refused;
import org.deskbell.site.DepartmentGoes;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;

/** What was said stays, so the site and the department a conversation belongs to cannot go. */
@ApplicationScoped
@Transactional
public class Ties {
    @PersistenceContext
    private EntityManager em;

    /** Whether this site has a conversation, open or closed. */
    public boolean holds(SiteId site) {
        return !em.createQuery("select c.id from ConversationRow c where c.siteId = :site", Long.class)
                .setParameter("site", site.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void onSiteGoes(@Observes @Priority(SiteGoes.REFUSAL) SiteGoes going) {
        if (holds(going.site())) throw new Refused("site-used");
    }

    void onDepartmentGoes(@Observes DepartmentGoes going) {
        boolean used = !em.createNativeQuery("select id from conversation where department_id = ?")
                .setParameter(1, going.department())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        if (used) throw new Refused("department-used");
    }
}
