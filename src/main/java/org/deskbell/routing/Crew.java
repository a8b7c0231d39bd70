package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.WaitingLine;
import org.deskbell.presence.AgentPresence;
import org.deskbell.routing.Dispatcher.Taker;
import org.deskbell.routing.Seats.Seat;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/** Who is online, and with that given conversations. Asks the store. */
@ApplicationScoped
class Crew {
    /** What he may be given, {@code remit}, is what he answers for. */
    record Hand(Agent agent, Remit remit) {
        Author author() {
            return Author.agent(agent.id(), agent.name());
        }
    }

    @Inject
    private Staff staff;

    @Inject
    private AgentPresence presence;

    @Inject
    private Remits remits;

    @Inject
    private Seats seats;

    @Inject
    private WaitingLine line;

    Map<AgentId, Hand> online() {
        Map<AgentId, Hand> online = new HashMap<>();
        for (Agent each : staff.all()) {
            boolean there = !each.invited() && presence.statusOf(each).equals("online");
            if (there) online.put(each.id(), new Hand(each, remits.dutiesOf(each)));
        }
        return online;
    }

    /** How much room each of these has. */
    List<Taker> takers(Map<AgentId, Hand> hands) {
        Map<AgentId, Integer> loads = line.loads(hands.keySet());
        Map<AgentId, Seat> chosen = seats.all();
        List<Taker> takers = new ArrayList<>();
        hands.forEach((id, hand) -> {
            Seat seat = chosen.getOrDefault(id, Seat.FRESH);
            takers.add(new Taker(
                    id, hand.remit(), loads.getOrDefault(id, 0), seat.capacity(), seat.given(), seat.languages()));
        });
        return takers;
    }
}
