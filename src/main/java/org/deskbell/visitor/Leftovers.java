package org.deskbell.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.deskbell.site.SiteGoes;

/** Visitors of a site that is deleted go with it: those who are left came and never said anything. */
@ApplicationScoped
@Transactional
public class Leftovers {
    @PersistenceContext
    private EntityManager em;

    void onSiteGoes(@Observes SiteGoes going) {
        for (String delete : List.of(
                "delete from TokenRow t where t.visitorId in (select v.id from VisitorRow v where v.siteId = :site)",
                "delete from NonceRow n where n.siteId = :site",
                "delete from VisitorRow v where v.siteId = :site")) {
            em.createQuery(delete).setParameter("site", going.site().value()).executeUpdate();
        }
    }
}
