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
import org.deskbell.protocol.Colleague;
import org.deskbell.protocol.Counters;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Inbox;
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
    private Cards cards;

    /** In the order in which they wait: none is overtaken for ever by busier ones. */
    private final Map<ConversationId, Conversation> changed = new LinkedHashMap<>();

    private final Map<VisitorId, Boolean> moved = new ConcurrentHashMap<>();
    private volatile List<Colleague> colleagues;
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

    /** All open conversations, for a console that begins. */
    Inbox whole(List<Colleague> agents) {
        return new Inbox(true, cards.summaries(conversations.open(MOST)), counters(), agents);
    }

    private void tick() {
        try {
            if (resting > 0) {
                resting--;
                return;
            }
            if (nothingChanged() && moved.isEmpty() && colleagues == null) return;
            tell();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "The agents' lists were not told of a change", bug);
        }
    }

    private void tell() {
        List<Colleague> agents = colleagues;
        colleagues = null;
        List<Conversation> now = take();
        List<AgentDesk> desks = connections.agents();
        if (desks.isEmpty()) return;
        try {
            Counters counters = counters();
            String frame = Encoder.encode(new Inbox(false, cards.summaries(now), counters, agents));
            for (AgentDesk desk : desks) desk.inbox(frame);
            resting = Math.max(now.size() / LINES, counters.all() / COUNTED);
        } catch (RuntimeException notRead) {
            now.forEach(this::changed);
            if (colleagues == null) colleagues = agents;
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

    private Counters counters() {
        Map<AgentId, Integer> counts = new HashMap<>(conversations.counts());
        Integer unassigned = counts.remove(null);
        Map<String, Integer> mine = new HashMap<>();
        int all = unassigned == null ? 0 : unassigned;
        for (Map.Entry<AgentId, Integer> count : counts.entrySet()) {
            mine.put(Long.toString(count.getKey().value()), count.getValue());
            all += count.getValue();
        }
        return new Counters(unassigned == null ? 0 : unassigned, all, mine);
    }
}
