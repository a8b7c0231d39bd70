package org.deskbell.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Takes this server out of service and back: while it is out, nobody new is taken, and who is here is asked to go. It is
 * empty when no {@link Load} is left.
 */
@ApplicationScoped
public class Drain {
    private static final System.Logger LOG = System.getLogger(Drain.class.getName());

    @Inject
    private Event<Draining> told;

    @Inject
    @Any
    private Instance<Load> loads;

    private volatile boolean on;

    /** Does nothing where it was begun before. */
    public synchronized void begin() {
        if (on) return;
        on = true;
        LOG.log(Level.INFO, "This server goes out of service: nobody new is taken, {0} are asked to go", left());
        told.fire(new Draining(true));
    }

    /** Takes part again. */
    public synchronized void end() {
        if (!on) return;
        on = false;
        LOG.log(Level.INFO, "This server is in service again");
        told.fire(new Draining(false));
    }

    public boolean on() {
        return on;
    }

    /** How much is still here: connections, and changes that wait to be written. */
    public int left() {
        return loads.stream().mapToInt(Load::left).sum();
    }
}
