package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Target;
import org.deskbell.conversation.WaitingLine;
import org.deskbell.routing.Crew.Hand;
import org.deskbell.routing.Dispatcher.Pair;
import org.deskbell.routing.Dispatcher.Waits;
import org.deskbell.site.SiteId;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.Visitors;

/**
 * What becomes of the conversations of an agent who is gone. Each is asked for by itself, and decided by its row: it holds only where it is still his, so it
 * does not matter how often, or on how many nodes, it is asked.
 */
@ApplicationScoped
class Partings {
    private static final System.Logger LOG = System.getLogger(Partings.class.getName());

    @Inject
    private Rules rules;

    @Inject
    private Crew crew;

    @Inject
    private Seats seats;

    @Inject
    private WaitingLine line;

    @Inject
    private Visitors visitors;

    @Inject
    private MessageLog log;

    @Inject
    private Clock clock;

    /** He has lost his connection, or was sent away: who is there beside him goes on, and all the rest goes back to the queue. Asks the store. */
    void dropOut(Agent agent, List<Conversation> his, Reply reply) {
        List<Conversation> waiting = toCompany(agent, his, reply);
        for (Conversation each : waiting) toQueue(each, agent, Change.DropOut.GONE, reply);
        if (waiting.isEmpty()) return;
        LOG.log(Level.INFO, "Agent {0} dropped out, {1} conversations wait again", agent.id(), waiting.size());
    }

    /** A visitor with whom a colleague talks already does not wait. What is left over is answered. */
    private List<Conversation> toCompany(Agent agent, List<Conversation> his, Reply reply) {
        if (his.stream().allMatch(each -> each.joined().isEmpty())) return his;
        Map<AgentId, Hand> there = crew.online();
        there.remove(agent.id());
        List<Conversation> left = new ArrayList<>();
        for (Conversation each : his) {
            Optional<Hand> company = awake(List.of(each))
                    .flatMap(awake -> awake.joined().stream())
                    .map(there::get)
                    .filter(hand -> hand != null && hand.remit().covers(each))
                    .findFirst();
            company.ifPresentOrElse(to -> hand(agent, each.id(), to, reply), () -> left.add(each));
        }
        return left;
    }

    /** He went on purpose: each goes where its site wants it, and what sleeps is left alone. Asks the store. */
    void part(Agent agent, List<Conversation> his, Reply reply) {
        Map<SiteId, Rule> rule = rulesOf(his);
        Map<Boolean, List<Conversation>> leaving = awake(his)
                .filter(one -> rule.get(one.site()).fate() != Fate.KEEP)
                .collect(Collectors.partitioningBy(one -> rule.get(one.site()).givesAtOnce()));
        List<Conversation> waiting = new ArrayList<>(leaving.get(false));
        waiting.addAll(give(agent, leaving.get(true), reply));
        for (Conversation one : waiting) toQueue(one, agent, Change.DropOut.OFFLINE, reply);
    }

    /** Each fate has a number. */
    Map<Fate, Integer> foreseen(List<Conversation> his) {
        Map<SiteId, Rule> rule = rulesOf(his);
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) counts.put(fate, 0);
        awake(his).forEach(one -> counts.merge(rule.get(one.site()).fate(), 1, Integer::sum));
        return counts;
    }

    private static Stream<Conversation> awake(List<Conversation> his) {
        return his.stream().filter(one -> one.aside().snooze() == null);
    }

    private Map<SiteId, Rule> rulesOf(List<Conversation> his) {
        return his.stream().map(Conversation::site).distinct().collect(Collectors.toMap(site -> site, rules::of));
    }

    /** As far as a colleague has room; what is left over is answered. */
    private List<Conversation> give(Agent agent, List<Conversation> his, Reply reply) {
        if (his.isEmpty()) return his;
        Map<AgentId, Hand> there = crew.online();
        there.remove(agent.id());
        List<Pair> pairs = new Dispatcher(crew.takers(there)).give(waits(his));
        if (!pairs.isEmpty()) seats.given(Giving.inTurn(pairs), clock.instant());
        Set<ConversationId> given = new HashSet<>();
        for (Pair pair : pairs) {
            hand(agent, pair.conversation(), there.get(pair.agent()), reply);
            given.add(pair.conversation());
        }
        return his.stream().filter(each -> !given.contains(each.id())).toList();
    }

    private void hand(Agent from, ConversationId conversation, Hand to, Reply reply) {
        Target.Colleague colleague =
                new Target.Colleague(to.agent().id(), to.agent().name());
        log.submit(new Change.Give(conversation, author(from), colleague, new Within(to.remit(), reply)));
    }

    private List<Waits> waits(List<Conversation> his) {
        Map<ConversationId, Set<AgentId>> away = line.givenAwayBy(his, clock.instant());
        Map<VisitorId, String> languages =
                visitors.languages(his.stream().map(Conversation::visitor).toList());
        return his.stream()
                .map(each -> new Waits(
                        each.id(),
                        each.site(),
                        each.department(),
                        languages.get(each.visitor()),
                        Way.LOAD,
                        null,
                        away.getOrDefault(each.id(), Set.of())))
                .toList();
    }

    private void toQueue(Conversation each, Agent agent, String why, Reply reply) {
        log.submit(new Change.DropOut(each.id(), agent.id(), why, author(agent), reply));
    }

    private static Author author(Agent agent) {
        return Author.agent(agent.id(), agent.name());
    }

    /** Only where the colleague still answers for it. */
    private record Within(Remit remit, Reply to) implements Reply {
        @Override
        public boolean entitled(Conversation locked) {
            return remit.covers(locked);
        }

        @Override
        public void repeated(Entry original) {
            to.repeated(original);
        }

        @Override
        public void refused(Refusal refusal) {
            to.refused(refusal);
        }
    }
}
