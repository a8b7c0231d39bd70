package org.deskbell.socket;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.Offer;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.FromServer;
import org.deskbell.protocol.Live;
import org.deskbell.protocol.Refused;
import org.deskbell.staff.AgentId;

/**
 * One connection follows one conversation: everything after a seq, in order, without a gap and without a repeat. News that
 * fits is sent on; news that came before another node's waits a moment for it; anything else makes it read the log. So start-up,
 * resume, a lost piece of news and news from another node are one path.
 */
final class Feed {
    private static final int PAGE = 200;
    private static final int PAGE_CHARACTERS = 64_000;

    /** The log from behind a seq on, so many entries at most. */
    interface Pages {
        List<Entry> after(ConversationId conversation, long seq, int most);
    }

    /** How it stands with remote assistance in what is followed. */
    interface Standing {
        /** Reads it anew. */
        void learn(ConversationId conversation);

        /** As a frame for this one, encoded. */
        String now(Feed feed);
    }

    /** Whether who reads along still may. */
    interface Permit {
        /** His own conversation, which is never lost to him. */
        Permit OWN = new Permit() {
            @Override
            public boolean covers(Conversation now) {
                return true;
            }

            @Override
            public void lost(Feed feed) {
                // never
            }
        };

        boolean covers(Conversation now);

        /** He may not any more, and has been told. */
        void lost(Feed feed);
    }

    private static final long SECOND = 1_000_000_000L;
    private static final long WATCHED = 60_000_000_000L;
    private static final long VIEWED = 45_000_000_000L;

    /** Longer than another node's words are under way; and so many pieces of news at most. */
    private static final long PATIENCE = 1_000_000_000L;

    private static final int AHEAD = 32;

    private final Connection to;
    private final Reader reader;
    private final Permit permit;
    private final Standing standing;
    private volatile Conversation conversation;
    private final Pages log;
    private long sent;
    private long wanted;
    private long tellingTurn;
    private boolean reading = true;
    private boolean assisted;
    private volatile boolean over;
    private volatile Offer offer;
    private long offerSeq;
    private volatile Long looksAgainAt;

    /** What came before what precedes it; null mostly. */
    private SortedMap<Long, News> ahead;

    private long aheadSince;
    private volatile long watchedUntil;
    private volatile boolean watching;
    private volatile long viewedUntil;
    private volatile boolean viewed;

    Feed(Connection to, Reader reader, Conversation conversation, Pages log, Standing standing, long after) {
        this(to, reader, conversation, log, standing, Permit.OWN, after);
    }

    /** Begins behind {@code after}, and sends nothing until {@link #catchUp} was called. */
    Feed(
            Connection to,
            Reader reader,
            Conversation conversation,
            Pages log,
            Standing standing,
            Permit permit,
            long after) {
        this.to = to;
        this.reader = reader;
        this.permit = permit;
        this.conversation = conversation;
        this.log = log;
        this.standing = standing;
        assisted = conversation.assistance() != null;
        sent = after;
        wanted = after;
    }

    Connection connection() {
        return to;
    }

    ConversationId id() {
        return conversation.id();
    }

    /** As it was when the feed began: only what never changes may be taken from it. */
    Conversation conversation() {
        return conversation;
    }

    /** The conversation is another visitor's now: he turned out to be somebody known. */
    void is(Conversation now) {
        conversation = now;
    }

    /** Whether its reader may see this conversation, as it stands now. */
    boolean shows(Conversation now) {
        return permit.covers(now);
    }

    /** False where its reader may not see it any more, as it stands now: it has ended then. */
    boolean stays(Conversation now) {
        if (over) return false;
        hear(now);
        if (permit.covers(now)) return true;
        over = true;
        to.send(Encoder.encode(
                new Refused("open", null, conversation.publicId(), "unknown-conversation", null, null, null)));
        permit.lost(this);
        return false;
    }

    /** Several threads tell how it stands, and the older state may come last. */
    private synchronized void hear(Conversation now) {
        if (now.lastSeq() < offerSeq) return;
        offerSeq = now.lastSeq();
        offer = now.aside().offer();
    }

    /** Whether this agent was given it and has to open it in time, as far as has been heard. */
    boolean isOffered(AgentId agent) {
        Offer now = offer;
        return now != null && now.to().equals(agent);
    }

    void offer(News news) {
        if (!stays(news.conversation())) return;
        long seq = news.entry().seq();
        synchronized (this) {
            if (!reading && seq == sent + 1) {
                send(news, news.round());
                while (ahead != null && ahead.firstKey() <= sent + 1) sendFirstAhead(news.round());
                return;
            }
            if (!reading && seq > sent && keep(news)) return;
        }
        behind(seq);
    }

    private void send(News news, Round with) {
        to.send(news.encoded(reader), with);
        sent = news.entry().seq();
        if (news.entry().kind() == Kind.ASSISTED) to.send(standing.now(this));
    }

    /** Another node wrote what goes before it, and will tell soon. */
    private boolean keep(News news) {
        if (ahead == null) {
            ahead = new TreeMap<>();
            aheadSince = System.nanoTime();
        }
        if (ahead.size() >= AHEAD) return false;
        // Here and now, by the thread of its round.
        news.encoded(reader);
        ahead.put(news.entry().seq(), news);
        return true;
    }

    private void sendFirstAhead(Round with) {
        News first = ahead.remove(ahead.firstKey());
        if (first.entry().seq() > sent) send(first, with);
        if (ahead.isEmpty()) ahead = null;
    }

    /** To be called now and then: what waits for something that does not come is read. */
    void tick(long now) {
        long last;
        synchronized (this) {
            if (ahead == null || now - aheadSince < PATIENCE) return;
            last = ahead.lastKey();
        }
        behind(last);
    }

    /** The log goes up to {@code last}: what this one has not got is read. */
    void behind(long last) {
        synchronized (this) {
            if (over || last <= sent) return;
            wanted = Math.max(wanted, ahead == null ? last : Math.max(last, ahead.lastKey()));
            ahead = null;
            if (reading) return;
            reading = true;
        }
        readOn();
    }

    /** Soon, by the workers; a client whose feed could not go on has to come again. */
    void readOn() {
        if (!to.errand(this::catchUp)) to.close(CloseCodes.ERROR, "too much to do");
    }

    /** Sends what the log has and the client has not, page after page as the client takes them, then {@code live}. */
    void catchUp() {
        if (over) return;
        long from;
        long told;
        synchronized (this) {
            from = sent;
            told = wanted;
        }
        List<Entry> page = log.after(conversation.id(), from, PAGE);
        boolean finished;
        synchronized (this) {
            int taken = page.isEmpty() ? 0 : send(page);
            // What was told since the log was read may not be in the page; what was told before and is not in the log
            // never comes.
            boolean more =
                    taken < page.size() || page.size() == PAGE || wanted > told || sent < wanted && !page.isEmpty();
            finished = !more;
            if (finished) {
                wanted = sent;
                reading = false;
                to.send(new Live(conversation.publicId(), sent));
            }
        }
        if (finished) tellStanding();
        else to.whenDrained(this::readOn);
    }

    /** The log that was read may be ahead of the news, so it is asked there. */
    private void tellStanding() {
        synchronized (this) {
            if (!assisted) return;
            assisted = false;
        }
        standing.learn(conversation.id());
        // In here, so that of two the newer is sent last.
        synchronized (this) {
            to.send(standing.now(this));
        }
    }

    /** The agent looks at the visitor's page, or does not any more; he says so again now and then. */
    void watch(boolean on) {
        watchedUntil = System.nanoTime() + WATCHED;
        watching = on;
    }

    boolean isWatching() {
        return watching && System.nanoTime() - watchedUntil < 0;
    }

    /** The agent has it before him, or not any more; he says so again now and then. */
    void viewed(boolean on) {
        viewedUntil = System.nanoTime() + VIEWED;
        viewed = on;
    }

    boolean isViewed() {
        return viewed && System.nanoTime() - viewedUntil < 0;
    }

    /** That he looks at what he was given could not be written: he says so again in so many seconds. */
    void looksAgain(int seconds) {
        looksAgainAt = System.nanoTime() + seconds * SECOND;
    }

    /** Whether that is due; true once, and only where he still has it before him and has not done anything else there that keeps it. */
    boolean looksAgainNow(AgentId agent, long now) {
        Long at = looksAgainAt;
        if (at == null || now - at < 0) return false;
        looksAgainAt = null;
        return isViewed() && isOffered(agent);
    }

    /** The client asked for something it had asked for before: if it has seen the answer, it gets it once more, and else it reads it now. */
    void repeat(Entry original) {
        synchronized (this) {
            if (original.seq() <= sent) {
                to.send(Encoder.encode(Frames.entry(original, conversation, reader)));
                return;
            }
        }
        behind(original.seq());
    }

    /** What was read of the visitor in this turn; false, and nothing is sent, where something of a later turn was sent already. */
    synchronized boolean tell(long turn, FromServer read) {
        if (turn < tellingTurn) return false;
        tellingTurn = turn;
        to.send(read);
        return true;
    }

    /** Says where it stands. */
    synchronized void live() {
        if (!reading) to.send(new Live(conversation.publicId(), sent));
    }

    /** As many as fit into one message of moderate size; how many that were. */
    private int send(List<Entry> page) {
        StringBuilder frames = new StringBuilder("[");
        int taken = 0;
        for (Entry entry : page) {
            if (frames.length() > PAGE_CHARACTERS) break;
            if (taken > 0) frames.append(',');
            frames.append(Encoder.encode(Frames.entry(entry, conversation, reader)));
            assisted |= entry.kind() == Kind.ASSISTED;
            taken++;
        }
        to.send(frames.append(']').toString());
        sent = page.get(taken - 1).seq();
        return taken;
    }
}
