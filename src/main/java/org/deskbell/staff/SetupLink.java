package org.deskbell.staff;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.store.StoreReady;

/**
 * The link by which the first administrator is made: printed at start while there is no agent, good for one use, dead
 * when there is one. Refuses with {@code dead-link} and what {@link Staff} refuses.
 */
@ApplicationScoped
@Transactional
public class SetupLink {
    private static final System.Logger LOG = System.getLogger(SetupLink.class.getName());
    /** After everybody else: sample data may have brought agents. */
    private static final int LAST = 9_000;

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private AgentRows agents;

    @Inject
    private Staff staff;

    @Inject
    private Settings settings;

    void offer(@Observes @Priority(LAST) StoreReady ready) {
        rows.createNativeQuery("delete from setup_link").executeUpdate();
        if (!agents.none()) {
            return;
        }
        Tokens made = Tokens.make();
        rows.createNativeQuery("insert into setup_link (token_hash, created_at) values (?1, ?2)")
                .setParameter(1, made.hash())
                .setParameter(2, agents.now())
                .executeUpdate();
        String address = settings.find(Setting.ADDRESS).orElse("http://localhost:8080/");
        LOG.log(
                System.Logger.Level.INFO,
                "There is no agent yet. Open this address to make the first administrator; it works once:\n    "
                        + address + (address.endsWith("/") ? "" : "/") + "setup?t=" + made.token());
    }

    /** Whether this link works. */
    public boolean good(String token) {
        return token != null
                && !token.isBlank()
                && agents.none()
                && !rows.createNativeQuery("select 1 from setup_link where token_hash = ?1")
                        .setParameter(1, Tokens.hash(token))
                        .getResultList()
                        .isEmpty();
    }

    /** Makes the first administrator; of two at the same moment one is refused. */
    public Agent use(String token, String login, String name, String password) {
        if (!good(token) || takeLink(token) != 1) {
            throw new Refused("dead-link");
        }
        return staff.add(login, name, Role.ADMINISTRATOR, password);
    }

    private int takeLink(String token) {
        return rows.createNativeQuery("delete from setup_link where token_hash = ?1")
                .setParameter(1, Tokens.hash(token))
                .executeUpdate();
    }
}
