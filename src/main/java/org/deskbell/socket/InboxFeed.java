package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Held;
import org.deskbell.label.Labels;
import org.deskbell.protocol.Colleague;
import org.deskbell.protocol.Counters;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Inbox;
import org.deskbell.protocol.LabelCard;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * Keeps the agents' lists live. What changes is gathered and told to all agents in one frame, encoded once, at most four
 * times a second: a busy server must not send every line to everybody for every message.
 */
@ApplicationScoped
public class InboxFeed {
    private static final System.Logger LOG = System.getLogger(InboxFeed.class.getName());
    private static final int EVERY_MILLIS = 250;
    private static final int MOST = 1_000;
    /** Lines in one frame: a larger one is an object too large for the collector's regions, once for each console. */
    private static final int MOST_AT_ONCE = 100;

    /** Lines for each tick, on the average: where more change, each is told less often, since nobody reads so fast. */
    private static final int LINES = 60;

    /** Open conversations for each tick, likewise: their counters are counted anew each time, on every node with a console. */
    private static final int COUNTED = 5_000;

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

    private final Map<VisitorId, Boolean> moved = new ConcurrentHashMap<>();
    private volatile List<Colleague> colleagues;
    private volatile boolean otherLabels;
    private ScheduledFuture<?> ticking;
    private int resting;

    @PostConstruct
    void start() {
        ticking = timer.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
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

    void colleaguesChanged(List<Colleague> now) {
        colleagues = now;
    }

    /** There are others, or they have other names or colours. */
    void labelsChanged() {
        otherLabels = true;
    }

    /** All open conversations, for a console that begins. */
    Inbox whole(List<Colleague> agents) {
        return new Inbox(true, cards.summaries(conversations.open(MOST)), counters(), agents, labels());
    }

    private void tick() {
        try {
            if (resting > 0) {
                resting--;
                return;
            }
            if (nothingChanged() && moved.isEmpty() && colleagues == null && !otherLabels) return;
            tell();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "The agents' lists were not told of a change", bug);
        }
    }

    private void tell() {
        List<Colleague> agents = colleagues;
        colleagues = null;
        boolean relabelled = otherLabels;
        otherLabels = false;
        List<Conversation> now = take();
        List<AgentDesk> desks = connections.agents();
        if (desks.isEmpty()) return;
        try {
            Counters counters = counters();
            String frame = Encoder.encode(
                    new Inbox(false, cards.summaries(now), counters, agents, relabelled ? labels() : null));
            for (AgentDesk desk : desks) desk.inbox(frame);
            resting = Math.max(now.size() / LINES, counters.all() / COUNTED);
        } catch (RuntimeException notRead) {
            now.forEach(this::changed);
            if (colleagues == null) colleagues = agents;
            otherLabels |= relabelled;
            throw notRead;
        }
    }

    private List<Conversation> take() {
        List<VisitorId> visitors = moved.keySet().stream().limit(MOST_AT_ONCE).toList();
        visitors.forEach(moved::remove);
        if (!connections.agents().isEmpty()) conversations.currentOf(visitors).forEach(this::changed);
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

    private Counters counters() {
        int unassigned = 0;
        int all = 0;
        int asleep = 0;
        Map<String, Integer> mine = new HashMap<>();
        for (Map.Entry<AgentId, Held> count : conversations.counts().entrySet()) {
            Held held = count.getValue();
            if (count.getKey() == null) unassigned = held.awake();
            else mine.put(count.getKey().toString(), held.awake());
            all += held.awake();
            asleep += held.asleep();
        }
        return new Counters(unassigned, all, asleep, mine);
    }
}
