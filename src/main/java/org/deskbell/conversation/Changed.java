package org.deskbell.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Channels;
import org.deskbell.bus.Heard;
import org.deskbell.bus.HeardAll;
import org.deskbell.bus.Neighbours;
import org.deskbell.visitor.VisitorId;

/**
 * Notices what other nodes did to conversations: by the word the writer there left in its transaction, and by looking itself now and
 * then for what changed lately, so that a word that was lost, or never written because two nodes did not know of each other yet,
 * is made up for.
 */
@ApplicationScoped
public class Changed {
    private static final System.Logger LOG = System.getLogger(Changed.class.getName());

    static final String TOPIC = "changed";

    /** Where a node listens that has a console. */
    public static final String LISTS = "lists";

    /** Longer than a transaction takes and two clocks differ. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** A node that was alone for longer does not look further back: nobody wrote beside it. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    /** What is further behind than this is read page by page by whoever follows it. */
    private static final int NEAR = 64;

    /** A few megabytes. */
    private static final int KNOWN = 50_000;

    @Inject
    private Conversations conversations;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Channels channels;

    @Inject
    private Bus bus;

    @Inject
    private Clock clock;

    @Inject
    private Event<Elsewhere> elsewhere;

    /**
     * Up to where this node was told everything of the conversations that changed lately: only what is newer is told. Those longest
     * unchanged are forgotten.
     */
    private final Map<Long, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > KNOWN;
        }
    };

    /** What other nodes named and was not read yet. */
    private final Set<Long> named = new LinkedHashSet<>();

    private Instant looked;

    void onCommitted(@Observes Committed committed) {
        if (neighbours.alone()) return;
        Map<Long, Happened> last = new LinkedHashMap<>();
        for (Happened happened : committed.news())
            last.put(happened.entry().conversation().value(), happened);
        synchronized (known) {
            for (Happened happened : committed.news()) learn(happened.entry());
        }
        if (channels.isOpen()) publish(last);
    }

    /** What another node wrote just before is not known by it: that is still to be told, soon, since what follows waits for it. */
    private void learn(Entry written) {
        Long id = written.conversation().value();
        long before = known.getOrDefault(id, 0L);
        if (before == written.seq() - 1) {
            known.put(id, written.seq());
        } else if (before < written.seq()) {
            named.add(id);
            if (!channels.isOpen()) bus.hurry();
        }
    }

    /** The nodes where the visitor has a screen hear it, and those with a console, whose list it changes. */
    private void publish(Map<Long, Happened> last) {
        List<String> all = new ArrayList<>();
        last.forEach((id, happened) -> {
            String word = id + ":" + happened.entry().seq();
            channels.publish(channelOf(happened.conversation().visitor()), TOPIC, word);
            all.add(word);
        });
        if (!all.isEmpty()) channels.publish(LISTS, TOPIC, String.join(",", all));
    }

    /** Where a node listens that has a screen of this visitor. */
    public static String channelOf(VisitorId visitor) {
        return "visitor:" + visitor.value();
    }

    /** Where a node listens that has a console on which this conversation is open. */
    public static String channelOf(ConversationId conversation) {
        return "conversation:" + conversation.value();
    }

    /** Words are {@code id:seq} or, where what was written is not known, {@code id}, separated by commas. */
    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(TOPIC)) return;
        synchronized (known) {
            for (String word : heard.words()) {
                for (String each : word.split(",")) {
                    int colon = each.indexOf(':');
                    Long id = Long.valueOf(colon < 0 ? each : each.substring(0, colon));
                    if (colon < 0 || known.getOrDefault(id, 0L) < Long.parseLong(each.substring(colon + 1)))
                        named.add(id);
                }
            }
        }
    }

    /** A hundred nodes have said something, and one statement reads it. */
    void onHeardAll(@Observes HeardAll all) {
        List<Long> ids;
        synchronized (known) {
            ids = List.copyOf(named);
            named.clear();
        }
        tell(ids);
    }

    /** To be called every few seconds: tells what changed since the last call and nobody said, as far as anybody here follows it. */
    public void look() {
        if (neighbours.alone()) return;
        Instant now = clock.instant();
        Instant furthest = now.minus(LONGEST);
        Instant from = looked == null ? now : looked.isBefore(furthest) ? furthest : looked;
        List<Lately> lately = conversations.changedSince(from.minus(OVERLAP));
        List<Long> missed;
        synchronized (known) {
            missed = lately.stream()
                    .filter(each -> known.getOrDefault(each.id(), 0L) < each.lastSeq())
                    .filter(each -> channels.hears(LISTS) || channels.hears(channelOf(each.visitor())))
                    .map(Lately::id)
                    .toList();
        }
        tell(missed);
        looked = now;
    }

    private void tell(List<Long> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Collection<ConversationId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).stream()
                    .map(ConversationId::new)
                    .toList();
            List<Conversation> found = conversations.byIds(some);
            elsewhere.fire(new Elsewhere(found, news(found)));
        }
    }

    /** What is new in those somebody here follows, by one statement; nothing of what this node knows too little about. */
    private List<Happened> news(List<Conversation> found) {
        Map<ConversationId, Conversation> near = new HashMap<>();
        Map<ConversationId, Long> from = new LinkedHashMap<>();
        synchronized (known) {
            for (Conversation each : found) {
                Long before = known.put(each.id().value(), each.lastSeq());
                if (before == null) continue;
                if (before > each.lastSeq()) known.put(each.id().value(), before);
                long behind = each.lastSeq() - before;
                if (behind < 1 || behind > NEAR || !follows(each)) continue;
                near.put(each.id(), each);
                from.put(each.id(), before);
            }
        }
        return entries(from).stream()
                .map(entry -> new Happened(entry, near.get(entry.conversation())))
                .toList();
    }

    /** Where they cannot be read, those who follow find out that they are behind. */
    private List<Entry> entries(Map<ConversationId, Long> from) {
        try {
            return conversations.behind(from, NEAR);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "News of other nodes were not read at once", failure);
            return List.of();
        }
    }

    private boolean follows(Conversation conversation) {
        return channels.hears(channelOf(conversation.id())) || channels.hears(channelOf(conversation.visitor()));
    }
}
