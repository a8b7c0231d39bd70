package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Tally;
import org.deskbell.label.Labels;
import org.deskbell.operations.Steady;
import org.deskbell.protocol.Counters;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Inbox;
import org.deskbell.protocol.LabelCard;
import org.deskbell.protocol.Summary;
import org.deskbell.routing.Remit;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * Keeps the agents' lists live. What changes is gathered and told in one frame to all agents who may see the same, encoded once for them, at most
 * four times a second: a busy server must not send every line to everybody for every message.
 */
@ApplicationScoped
public class InboxFeed {
    private static final System.Logger LOG = System.getLogger(InboxFeed.class.getName());
    private static final int EVERY_MILLIS = 250;
    private static final int MOST = 1_000;
    /** Lines in one frame: a larger one is an object too large for the collector's regions, once for each console. */
    private static final int MOST_AT_ONCE = 100;

    /** Visitors looked up in one tick who came or went: each page that is opened on a site that lists its visitors is two of them. */
    private static final int MOST_MOVED = 500;

    /** Lines for each tick, on the average: where more change, each is told less often, since nobody reads so fast. */
    private static final int LINES = 60;

    /** Open conversations for each tick, likewise: their counters are counted anew each time, on every node with a console. */
    private static final int COUNTED = 5_000;

    private static final int KNOWN = 50_000;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Conversations conversations;

    @Inject
    private Connections connections;

    @Inject
    private Labels labels;

    @Inject
    private Cards cards;

    /** In the order in which they wait: none is overtaken for ever by busier ones. */
    private final Map<ConversationId, Conversation> changed = new LinkedHashMap<>();

    /** In which department each was when it was told last: who may not see the next one has to let go of it. Those longest untold go first. */
    private final Map<ConversationId, Long> departments = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Long> eldest) {
            return size() > KNOWN;
        }
    };

    private final Map<VisitorId, Boolean> moved = new ConcurrentHashMap<>();
    private volatile House house;
    private volatile boolean otherLabels;
    private ScheduledFuture<?> ticking;
    private int resting;

    @PostConstruct
    void start() {
        ticking = new Steady(LOG, "The agents' lists were not told of a change", this::tick)
                .every(timer, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(true);
    }

    /** The newest state wins; an older one that comes late is ignored. */
    void changed(Conversation conversation) {
        synchronized (changed) {
            changed.merge(conversation.id(), conversation, (old, now) -> now.lastSeq() >= old.lastSeq() ? now : old);
        }
    }

    void visitorChanged(VisitorId visitor) {
        moved.put(visitor, true);
    }

    void houseChanged(House now) {
        house = now;
    }

    /** There are others, or they have other names or colours. */
    void labelsChanged() {
        otherLabels = true;
    }

    /** All open conversations this agent may see, for a console that begins. */
    Inbox whole(House agents, Remit remit) {
        List<Summary> items = cards.summaries(conversations.open(remit.closed(), MOST));
        return new Inbox(
                true,
                items,
                counters(conversations.tallies(), remit),
                agents.colleagues(),
                labels(),
                agents.departments(),
                List.of());
    }

    private void tick() {
        if (resting > 0) {
            resting--;
            return;
        }
        if (nothingChanged() && moved.isEmpty() && house == null && !otherLabels) return;
        tell();
    }

    private void tell() {
        List<Conversation> now = take();
        House agents = house;
        house = null;
        boolean relabelled = otherLabels;
        otherLabels = false;
        List<AgentDesk> desks = connections.agents();
        // Most visitors who come and go have never talked with anybody.
        boolean nothing = now.isEmpty() && agents == null && !relabelled;
        if (nothing || desks.isEmpty()) return;
        try {
            List<Summary> summaries = cards.summaries(now);
            List<Tally> tallies = conversations.tallies();
            Batch batch = new Batch(now, summaries, handedOn(now), tallies, agents, relabelled ? labels() : null);
            // Consoles that may see the same are told by the same text, however many they are.
            Map<Remit, List<Sight>> alike =
                    desks.stream().map(AgentDesk::sight).collect(Collectors.groupingBy(Sight::remit));
            alike.forEach((remit, same) -> {
                String frame = Encoder.encode(batch.within(remit));
                for (Sight sight : same) sight.news(remit, frame);
            });
            int open = tallies.stream().mapToInt(tally -> tally.held().open()).sum();
            resting = Math.max(now.size() / LINES, open / COUNTED);
        } catch (RuntimeException notRead) {
            now.forEach(this::changed);
            if (house == null) house = agents;
            otherLabels |= relabelled;
            throw notRead;
        }
    }

    /** What changed, before it is cut to what each console may see. */
    private record Batch(
            List<Conversation> now,
            List<Summary> summaries,
            Set<ConversationId> handedOn,
            List<Tally> tallies,
            House agents,
            List<LabelCard> labels) {

        Inbox within(Remit remit) {
            List<Summary> items = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                Conversation each = now.get(i);
                if (remit.covers(each)) items.add(summaries.get(i));
                else if (handedOn.contains(each.id())) gone.add(each.publicId());
            }
            return new Inbox(
                    false,
                    items,
                    counters(tallies, remit),
                    agents == null ? null : agents.colleagues(),
                    labels,
                    agents == null ? null : agents.departments(),
                    gone);
        }
    }

    /** Those that are in another department than when they were told last, or were not told yet by this node. */
    private Set<ConversationId> handedOn(List<Conversation> now) {
        return now.stream()
                .filter(each -> {
                    boolean known = departments.containsKey(each.id());
                    Long before = departments.put(each.id(), each.department());
                    return each.department() != null
                            && (!known || !each.department().equals(before));
                })
                .map(Conversation::id)
                .collect(Collectors.toSet());
    }

    private List<Conversation> take() {
        List<VisitorId> visitors = moved.keySet().stream().limit(MOST_MOVED).toList();
        if (!connections.agents().isEmpty()) conversations.currentOf(visitors).forEach(this::changed);
        visitors.forEach(moved::remove);
        synchronized (changed) {
            List<Conversation> taken =
                    changed.values().stream().limit(MOST_AT_ONCE).toList();
            taken.forEach(conversation -> changed.remove(conversation.id()));
            return taken;
        }
    }

    private boolean nothingChanged() {
        synchronized (changed) {
            return changed.isEmpty();
        }
    }

    private List<LabelCard> labels() {
        return labels.all().stream()
                .map(label -> new LabelCard(label.id().toString(), label.name(), label.colour()))
                .toList();
    }

    private static Counters counters(List<Tally> tallies, Remit remit) {
        int unassigned = 0;
        int all = 0;
        int asleep = 0;
        Map<String, Integer> owned = new HashMap<>();
        Map<String, Integer> joined = new HashMap<>();
        for (Tally tally : tallies) {
            if (!remit.covers(tally.department())) continue;
            int awake = tally.held().awake();
            all += awake;
            asleep += tally.held().asleep();
            if (tally.owner() == null) unassigned += awake;
            else owned.merge(tally.owner().toString(), awake, Integer::sum);
            for (AgentId agent : tally.joined()) joined.merge(agent.toString(), awake, Integer::sum);
        }
        return new Counters(unassigned, all, asleep, owned, joined);
    }
}
