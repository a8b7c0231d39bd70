package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.deskbell.staff.Agent;
import org.deskbell.staff.LoggedOut;
import org.deskbell.staff.Staff;
import org.deskbell.staff.StaffChanged;
import org.deskbell.visitor.VisitorForgotten;

/** Ends connections whose people may no longer have them: logged out, disabled, another role, forgotten. */
@ApplicationScoped
public class Endings {
    @Inject
    private Connections connections;

    @Inject
    private Staff staff;

    @Inject
    private Workers workers;

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) StaffChanged changed) {
        // On WildFly no transaction can begin inside an AFTER_SUCCESS observer, so the look-up is done by a worker.
        workers.offer(() -> {
            int stamp = staff.byId(changed.agent()).map(Agent::stamp).orElse(-1);
            for (AgentDesk desk : connections.of(changed.agent())) {
                if (desk.agent().stamp() != stamp) end(desk);
            }
        });
    }

    void onLoggedOut(@Observes LoggedOut out) {
        for (AgentDesk desk : connections.of(out.agent())) {
            if (out.logIn().equals(desk.logIn())) end(desk);
        }
    }

    void onForgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorForgotten forgotten) {
        for (VisitorScreen screen : connections.of(forgotten.visitor())) screen.forgotten();
    }

    private static void end(AgentDesk desk) {
        desk.connection().close(CloseCodes.POLICY, "logged out");
    }
}
