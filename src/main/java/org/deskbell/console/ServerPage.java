package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.deskbell.operations.Drain;
import org.deskbell.operations.Readiness;

/** The server that shows this page, for an administrator: whether it is well, and its way out of service. */
@Named
@RequestScoped
public class ServerPage {
    @Inject
    private Drain drain;

    @Inject
    private Readiness readiness;

    @Inject
    private Here here;

    public void begin() throws IOException {
        drain.begin();
        here.go("/console/server?done=drained");
    }

    public void end() throws IOException {
        drain.end();
        here.go("/console/server?done=back");
    }

    public boolean isDraining() {
        return drain.on();
    }

    /** Connections, and changes that wait to be written. */
    public int getLeft() {
        return drain.left();
    }

    /** What is not well, in words such as disk; empty for nothing. */
    public String getProblems() {
        return String.join(", ", readiness.problems());
    }
}
