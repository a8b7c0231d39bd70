package org.deskbell.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.deskbell.operations.JsonLog;
import org.deskbell.settings.Settings;

/** Brings the tables up to date at start, knows which store this is, and then lets the others begin. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Store {
    private static final System.Logger LOG = System.getLogger(Store.class.getName());

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Event<StoreReady> ready;

    private String epoch;

    @Inject
    private Settings settings;

    @Inject
    private JsonLog log;

    @PostConstruct
    void open() {
        int applied = prepare();
        epoch = new Epoch(source).findOrMake();
        LOG.log(System.Logger.Level.INFO, "Store is ready, {0} migrations applied", applied);
        ready.fire(new StoreReady(epoch));
    }

    private int prepare() {
        try {
            settings.check();
            log.begin();
            return new Tables(source).update();
        } catch (IllegalStateException unfit) {
            // By itself: a server's own report of a failed start hides it in pages of stack.
            LOG.log(System.Logger.Level.ERROR, "Deskbell does not start. {0}", unfit.getMessage());
            throw unfit;
        }
    }

    /** Random and kept as long as this store lives: a client that resumes with another one has to reload. */
    public String epoch() {
        return epoch;
    }
}
