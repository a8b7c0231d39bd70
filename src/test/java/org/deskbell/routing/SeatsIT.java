package org.deskbell.routing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.deskbell.routing.Seats.Seat;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Role;
import org.deskbell.staff.Staff;
import org.deskbell.support.InServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents may be given and were given, in the real database, in the real server. */
@ExtendWith(ArquillianExtension.class)
class SeatsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    private Seats seats;

    @Inject
    private Staff staff;

    @Deployment
    static WebArchive deskbell() {
        return InServer.deskbell();
    }

    @Test
    void theOrderOfWhoWasGivenOneIsKept() {
        List<AgentId> agents = agents(3);
        List<AgentId> turns = List.of(agents.get(2), agents.get(0), agents.get(1));

        seats.given(turns, NOW);

        for (int i = 0; i < 3; i++)
            assertThat(seats.all().get(turns.get(i)).given()).isEqualTo(NOW.plusMillis(i));
    }

    @Test
    void hisFirstNumberAndHisFirstTurnMayComeTogether() {
        for (AgentId agent : agents(40)) {
            together(() -> seats.change(agent, 3), () -> seats.given(List.of(agent), NOW));

            assertThat(seats.all()).containsEntry(agent, new Seat(3, NOW, Set.of()));
        }
    }

    @Test
    void twoWhoGiveToTheSameDoNotWaitForEachOther() {
        List<AgentId> agents = agents(8);
        List<AgentId> backwards = new ArrayList<>(agents);
        Collections.reverse(backwards);

        for (int i = 0; i < 20; i++) together(() -> seats.given(agents, NOW), () -> seats.given(backwards, NOW));

        assertThat(seats.all()).containsKeys(agents.toArray(AgentId[]::new));
    }

    private List<AgentId> agents(int many) {
        return Stream.generate(() -> staff.add("seat-" + UUID.randomUUID(), "Ada", Role.AGENT, "correct horse battery"))
                .limit(many)
                .map(Agent::id)
                .toList();
    }

    /** Ends when both have; fails where one of them did. */
    private static void together(Runnable one, Runnable other) {
        CyclicBarrier start = new CyclicBarrier(2);
        Stream.of(one, other)
                .map(each -> CompletableFuture.runAsync(() -> {
                    try {
                        start.await();
                    } catch (Exception interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                    each.run();
                }))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
