package org.deskbell.socket;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.protocol.Forgotten;
import org.deskbell.protocol.QueueNow;
import org.deskbell.protocol.Started;
import org.deskbell.protocol.VisitorWelcome;
import org.deskbell.site.Question;
import org.deskbell.site.Site;
import org.deskbell.visitor.Answers;
import org.deskbell.visitor.Arrival;
import org.deskbell.visitor.Visitor;

/** One screen of a visitor who was let in: who he is, the conversation it follows, and what is told to it. */
final class VisitorSeat implements VisitorScreen {
    private final Connection connection;
    private final Rooms rooms;
    private final Hearsay hearsay;
    private volatile Visitor visitor;
    private volatile Feed feed;
    private volatile Conversation early;
    private volatile boolean seated;
    private volatile List<Question> asked = List.of();
    private volatile boolean wantsMail;

    /** What was told last of the queue. */
    private volatile QueueNow queue;

    VisitorSeat(Connection connection, Rooms rooms) {
        this.connection = connection;
        this.rooms = rooms;
        hearsay = new Hearsay(connection, rooms, this);
    }

    /** What his page says of his conversation. */
    Hearsay hearsay() {
        return hearsay;
    }

    @Override
    public Visitor visitor() {
        return visitor;
    }

    /** More is known of him now. */
    void is(Visitor known) {
        visitor = known;
    }

    /** What he is asked before his first message; empty once he has answered or a conversation has begun. */
    List<Question> asked() {
        return feed == null ? asked : List.of();
    }

    /**
     * What he may answer now: the form, also when he has begun without it, or a mail address for while nobody is there, where there is no form or that is
     * all he gives then.
     */
    List<Question> answerable(Set<String> given) {
        boolean mailAlone = wantsMail && feed != null && given.equals(Set.of(Question.EMAIL));
        if (!asked.isEmpty() && !mailAlone) return asked;
        return wantsMail ? List.of(Question.standing(Question.EMAIL, true)) : List.of();
    }

    /** He has answered. */
    void introduced(Visitor known) {
        visitor = known;
        asked = List.of();
        wantsMail = wantsMail && known.email() == null;
    }

    /** The conversation he is in; null where there is none yet. */
    Feed feed() {
        return feed;
    }

    /** Registers first and reads then: news of the time between is caught by the feed. */
    void take(Arrival arrival, Site site, String held, long after) {
        Visitor who = arrival.visitor();
        if (!register(who)) return;
        // Whether there is one before it, is read along.
        List<Conversation> newest = rooms.conversations().ofVisitor(who.id(), 2);
        Conversation current = newest.isEmpty() ? null : newest.get(0);
        asked = current == null ? Answers.asked(site, who, hearsay.said()) : List.of();
        wantsMail = Answers.wantsMail(site, who);
        Resume resume = Resume.of(current, held, after);
        feed = current == null ? null : feed(current, resume.first() - 1);
        // Ready first: the answer to the welcome may be quicker than the next line.
        connection.ready();
        queue = null;
        connection.send(welcome(arrival, site, current, resume, newest.size() > 1));
        seated = true;
        if (feed != null) feed.catchUp();
        if (begunMeanwhile(early)) follow(early);
        connection.send(rooms.whereabouts().presence(site));
        if (current != null) rooms.queue().arrived(current);
    }

    /** False where the connection has ended meanwhile: then there is nothing to leave either. */
    private synchronized boolean register(Visitor who) {
        if (connection.isOver()) return false;
        visitor = who;
        rooms.connections().add(who.id(), this);
        rooms.visitorPresence().arrived(who.id());
        return true;
    }

    private VisitorWelcome welcome(Arrival arrival, Site site, Conversation current, Resume resume, boolean earlier) {
        Visitor who = arrival.visitor();
        return new VisitorWelcome(
                who.publicId(),
                arrival.token(),
                rooms.store().epoch(),
                current == null ? null : current.publicId(),
                current == null ? "none" : current.open() ? "open" : "closed",
                resume.resumed(),
                resume.first(),
                resume.last(),
                who.verified(),
                who.name(),
                asked.stream().map(Frames::field).toList(),
                wantsMail,
                current == null ? rooms.paces().reply(site.id()) : null,
                earlier);
    }

    synchronized void leave() {
        Visitor who = visitor;
        if (who == null) return;
        visitor = null;
        seated = false;
        early = null;
        rooms.connections().remove(who.id(), this);
        rooms.visitorPresence().left(who.id());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void news(News news) {
        Feed here = feedFor(news.conversation());
        if (here == null) return;
        here.offer(news);
        hearsay.news(news.entry());
    }

    @Override
    public void elsewhere(Conversation now) {
        Feed here = feedFor(now);
        if (here != null) here.behind(now.lastSeq());
    }

    /** Null where this screen does not follow it, or not yet. */
    private Feed feedFor(Conversation of) {
        if (!seated) early = of;
        // Asked again: if the welcome was sent between the two, nobody else looks at what came early.
        if (!seated) return null;
        Feed here = begunMeanwhile(of) ? follow(of) : feed;
        return here.id().equals(of.id()) ? here : null;
    }

    private boolean begunMeanwhile(Conversation other) {
        Feed here = feed;
        return other != null && (here == null || here.id().value() < other.id().value());
    }

    /** A new conversation has begun, by this screen or by another of the same visitor. */
    private synchronized Feed follow(Conversation begun) {
        if (!begunMeanwhile(begun)) return feed;
        boolean earlier = feed != null;
        Feed made = feed(begun, 0);
        feed = made;
        connection.send(new Started(begun.publicId(), earlier));
        made.readOn();
        return made;
    }

    private Feed feed(Conversation of, long after) {
        return new Feed(connection, Reader.VISITOR, of, rooms.conversations()::after, rooms.assistance(), after);
    }

    @Override
    public void typing(String conversation, String encoded) {
        Feed here = feed;
        if (here != null && here.conversation().publicId().equals(conversation)) connection.send(encoded);
    }

    @Override
    public void assist(String conversation, String encoded) {
        Feed here = feed;
        if (here != null && here.conversation().publicId().equals(conversation)) connection.sendBulk(encoded, false);
    }

    @Override
    public void presence(String encoded) {
        if (connection.isReady()) connection.send(encoded);
    }

    @Override
    public void queue(ConversationId of, Integer position, Integer minutes) {
        Feed here = feed;
        QueueNow before = queue;
        if (!seated || here == null || !here.id().equals(of) || position == null && before == null) return;
        QueueNow now = new QueueNow(here.conversation().publicId(), position, minutes);
        if (!isNews(before, now)) return;
        queue = now;
        connection.send(now);
    }

    private static boolean isNews(QueueNow told, QueueNow now) {
        if (told == null || told.position() == null || now.position() == null) return !now.equals(told);
        boolean other =
                !now.conversation().equals(told.conversation()) || !Objects.equals(now.minutes(), told.minutes());
        return other || Queues.isNews(told.position(), now.position());
    }

    @Override
    public void forgotten() {
        leave();
        connection.closeAfter(new Forgotten(), CloseCodes.FORGOTTEN, "forgotten");
    }
}
