package org.deskbell.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.deskbell.operations.Check;

/** A node that has not beaten for half the time after which it counts as dead is about to lose its agents' conversations. */
@ApplicationScoped
public class BusCheck implements Check {
    @Inject
    private Bus bus;

    @Inject
    private Neighbours neighbours;

    @Override
    public String name() {
        return "bus";
    }

    @Override
    public boolean passes() {
        return bus.silence().toMillis() < neighbours.dead() * 500L;
    }
}
