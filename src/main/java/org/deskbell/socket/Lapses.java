package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deskbell.assist.Permissions;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.operations.Steady;

/**
 * Has it written down when an assistance has ended by itself: time is up, nobody answered, the owner changed, the conversation is closed. It
 * holds no more from that instant, whether this has been done or not.
 */
@ApplicationScoped
public class Lapses {
    private static final System.Logger LOG = System.getLogger(Lapses.class.getName());
    private static final long AGAIN = 2_000_000_000L;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Permissions permissions;

    @Inject
    private Connections connections;

    @Inject
    private MessageLog log;

    @Inject
    private Workers workers;

    private final Map<ConversationId, Long> tried = new ConcurrentHashMap<>();
    private ScheduledFuture<?> ticking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Being observed makes this bean; start() does the rest.
    }

    @PostConstruct
    void start() {
        ticking = new Steady(LOG, "Ends of assistance go on after an error", this::tick)
                .every(timer, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }

    /** The owner changed or it was closed: at once. */
    void onCommitted(@Observes Committed committed) {
        for (Happened happened : committed.news()) {
            Conversation now = happened.conversation();
            boolean broken = now.assistance() != null && now.assistance().startsWith(Conversation.BROKEN);
            if (broken) write(now.id());
        }
    }

    private void tick() {
        permissions.forgetUnless(this::isNeeded);
        tried.keySet().retainAll(permissions.all());
        for (ConversationId id : permissions.all()) write(id);
    }

    private boolean isNeeded(Conversation conversation) {
        return !connections.of(conversation.visitor()).isEmpty()
                || !connections.following(conversation.id()).isEmpty();
    }

    private void write(ConversationId id) {
        long now = System.nanoTime();
        Long last = tried.get(id);
        if (last != null && now - last < AGAIN) return;
        List<Change> overdue = permissions.overdue(id, new Done(id));
        if (overdue.isEmpty()) return;
        tried.put(id, now);
        overdue.forEach(log::submit);
    }

    /** Where there was nothing to do, this node has not heard that somebody else did it. */
    private final class Done implements Reply {
        private final ConversationId id;

        private Done(ConversationId id) {
            this.id = id;
        }

        @Override
        public void repeated(Entry original) {
            workers.offer(() -> permissions.learn(id));
        }

        @Override
        public void refused(Refusal refusal) {
            // It is tried again.
        }
    }
}
