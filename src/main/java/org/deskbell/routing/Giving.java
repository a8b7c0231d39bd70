package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.bus.Neighbours;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.WaitingLine;
import org.deskbell.routing.Crew.Hand;
import org.deskbell.routing.Dispatcher.Pair;
import org.deskbell.routing.Dispatcher.Taker;
import org.deskbell.routing.Dispatcher.Waits;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.Visitors;

/**
 * One round of giving out: reads who is there and what waits, lets the {@link Dispatcher} decide and asks for it. Whether it holds is
 * decided by each conversation's row. Until all of it is decided there is no other round: it would count too few for those agents.
 */
@ApplicationScoped
class Giving {
    private static final System.Logger LOG = System.getLogger(Giving.class.getName());

    /** Of the line, read at once; more only where some of it may go to nobody. */
    private static final int PAGE = 200;

    private static final int PAGES = 50;

    /** An answer that did not come in this time does not come any more. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    private Rules rules;

    @Inject
    private Offers offers;

    @Inject
    private Seats seats;

    @Inject
    private WaitingLine line;

    @Inject
    private Crew crew;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Visitors visitors;

    @Inject
    private MessageLog log;

    @Inject
    private Clock clock;

    private final Map<ConversationId, Instant> asked = new ConcurrentHashMap<>();

    /** Lets it look again when all is decided; null where it did not want to before. */
    private volatile Runnable putOff;

    private volatile boolean otherRules;

    /** What was asked for it is decided. */
    void settled(ConversationId conversation) {
        asked.remove(conversation);
        Runnable again = putOff;
        if (again != null && asked.isEmpty()) again.run();
    }

    /** To be called before it is woken for that: else it goes by the old ones and sleeps again. */
    void rulesChanged() {
        otherRules = true;
    }

    /** A round came to nothing, since the store did not answer. */
    void failed() {
        otherRules = true;
        offers.failed();
    }

    /**
     * Asks the store, in one transaction. One thread alone calls it.
     *
     * @param again is run where it could not be decided yet, as soon as it can
     */
    @Transactional
    void round(Runnable again) {
        boolean anew = otherRules;
        // First this: what changes while it is read is read again.
        otherRules = false;
        Map<SiteId, Rule> assigning = rules.assigning(anew);
        offers.look(assigning);
        if (assigning.isEmpty() || !decides() || stillAsking(again)) return;
        Map<AgentId, Hand> there = crew.online();
        if (there.isEmpty()) return;
        Set<ConversationId> timed = new HashSet<>();
        List<Pair> pairs = pairs(assigning, crew.takers(there), timed);
        if (pairs.isEmpty()) return;
        Instant now = clock.instant();
        for (Pair pair : pairs) {
            Change change = new Change.Assign(
                    pair.conversation(),
                    there.get(pair.agent()).author(),
                    timed.contains(pair.conversation()),
                    answer(pair.conversation(), there.get(pair.agent()).remit()));
            ask(change);
        }
        // Meanwhile it is decided; nobody reads it before the next round.
        seats.given(inTurn(pairs), now);
    }

    /** Who got one, each once, whose last one came first at the beginning. */
    static List<AgentId> inTurn(List<Pair> pairs) {
        Set<AgentId> agents = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            agents.remove(pair.agent());
            agents.add(pair.agent());
        }
        return List.copyOf(agents);
    }

    /** Of several nodes the first by name: two would each fill the same place. */
    private boolean decides() {
        String self = neighbours.self();
        return neighbours.others().stream().allMatch(other -> self.compareTo(other) < 0);
    }

    private boolean stillAsking(Runnable again) {
        Instant now = clock.instant();
        asked.values().removeIf(since -> since.plus(LONGEST).isBefore(now));
        // First: what is decided in between lets it look again.
        putOff = again;
        if (!asked.isEmpty()) return true;
        putOff = null;
        return false;
    }

    /** @param timed gets those that have to be opened in time */
    private List<Pair> pairs(Map<SiteId, Rule> assigning, List<Taker> takers, Set<ConversationId> timed) {
        Dispatcher dispatcher = new Dispatcher(takers);
        boolean byLanguage =
                takers.stream().anyMatch(taker -> !taker.languages().isEmpty());
        List<Pair> pairs = new ArrayList<>();
        Conversation last = null;
        for (int page = 0; page < PAGES && dispatcher.room() > 0; page++) {
            // Most often the first ones can be given at once.
            int most = Math.min(PAGE, dispatcher.room() + (page == 0 ? 2 : 20));
            List<Conversation> waiting = line.next(assigning.keySet(), dispatcher.closed(), last, most);
            for (Conversation each : waiting) if (assigning.get(each.site()).timed()) timed.add(each.id());
            if (!waiting.isEmpty()) pairs.addAll(dispatcher.give(waits(waiting, assigning, byLanguage)));
            if (waiting.size() < most) break;
            last = waiting.get(waiting.size() - 1);
        }
        return pairs;
    }

    /** @param byLanguage whether it matters which one the visitors have */
    private List<Waits> waits(List<Conversation> waiting, Map<SiteId, Rule> assigning, boolean byLanguage) {
        Map<ConversationId, Set<AgentId>> away = line.givenAwayBy(waiting, clock.instant());
        Map<ConversationId, AgentId> before = line.talkedTo(waiting.stream()
                .filter(each -> assigning.get(each.site()).sticky())
                .toList());
        Map<VisitorId, String> languages = byLanguage
                ? visitors.languages(waiting.stream().map(Conversation::visitor).toList())
                : Map.of();
        return waiting.stream()
                .map(each -> new Waits(
                        each.id(),
                        each.site(),
                        each.department(),
                        languages.get(each.visitor()),
                        assigning.get(each.site()).way(),
                        before.get(each.id()),
                        away.getOrDefault(each.id(), Set.of())))
                .toList();
    }

    private void ask(Change change) {
        ConversationId conversation = change.conversation();
        LOG.log(
                Level.DEBUG,
                "Conversation {0} goes to agent {1}",
                conversation.value(),
                change.by().id());
        asked.put(conversation, clock.instant());
        log.submit(change);
    }

    /** Where it comes to nothing it is looked at again with the next round. */
    private Reply answer(ConversationId conversation, Remit remit) {
        return new Reply() {
            @Override
            public boolean entitled(Conversation locked) {
                return remit.covers(locked);
            }

            @Override
            public void repeated(Entry original) {
                settled(conversation);
            }

            @Override
            public void refused(Refusal refusal) {
                settled(conversation);
            }
        };
    }
}
