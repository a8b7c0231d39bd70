package org.deskbell.socket;

import java.util.Map;
import java.util.UUID;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.Opening;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Side;
import org.deskbell.protocol.BadFrame;
import org.deskbell.protocol.Post;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.site.Site;
import org.deskbell.visitor.Gate;
import org.deskbell.visitor.Introduction;
import org.deskbell.visitor.Visitor;

/** Serves a client that knows no protocol: each text it sends is a message, each message of an agent is a text. */
final class PlainDesk implements Desk, VisitorScreen, Reply {
    private static final int BURST = 20;
    private static final int PER_SECOND = 2;
    private static final int IMPATIENT = 100;
    private static final int MOST_AT_ONCE = 200;

    private final Connection connection;
    private final Rooms rooms;
    private final Site site;
    private final String browser;
    private final Bucket bucket;
    private int refused;
    private volatile Visitor visitor;
    private ConversationId heardOf;
    private long heardUpTo;

    PlainDesk(Connection connection, Rooms rooms, Site site, String browser) {
        this.connection = connection;
        this.rooms = rooms;
        this.site = site;
        this.browser = browser;
        int ease = rooms.settings().number(Setting.RATE_EASE);
        bucket = new Bucket((double) BURST * ease, (double) PER_SECOND * ease, System.nanoTime());
    }

    /** It does not say hello, so it is welcomed at once. */
    void welcome() {
        if (!rooms.doorman().letsIn(connection.address())) {
            connection.close(CloseCodes.TOO_MANY, "too many newcomers");
            return;
        }
        connection.greeted();
        connection.errand(() -> {
            Introduction said = new Introduction(null, null, null, null, browser, null, null, null);
            Visitor who;
            try {
                who = rooms.visitors().arrive(site, null, null, said, Gate.OPEN).visitor();
            } catch (Refused no) {
                connection.send("! " + no.reason().replace('-', ' '));
                connection.close(CloseCodes.IDENTITY, no.reason());
                return;
            }
            if (!register(who)) return;
            connection.ready();
            if (!site.greeting().isBlank()) connection.send(site.greeting());
            connection.send("Your id is " + who.publicId());
        });
    }

    private synchronized boolean register(Visitor who) {
        if (connection.isOver()) return false;
        visitor = who;
        rooms.connections().add(who.id(), this);
        rooms.visitorPresence().arrived(who.id());
        return true;
    }

    @Override
    public boolean speaksFrames() {
        return false;
    }

    @Override
    public String kind() {
        return "plain";
    }

    @Override
    public void message(String text) {
        if (!bucket.take(System.nanoTime())) {
            if (++refused >= IMPATIENT) connection.expel(CloseCodes.POLICY, "too many messages");
            else connection.send("! too fast: wait a moment");
            return;
        }
        if (!connection.errand(() -> say(text))) connection.send("! busy: try again in a moment");
    }

    private void say(String text) {
        Visitor who = visitor;
        if (who == null) return;
        try {
            Post post = new Post(null, UUID.randomUUID().toString(), text);
            Opening opening = Openings.of(rooms.sites(), site, who, Map.of());
            rooms.log()
                    .submit(new Change.Say(
                            null, opening, Author.visitor(who.id(), who.name()), post.ref(), post.text(), this));
        } catch (BadFrame bad) {
            connection.send("! " + bad.reason().replace('-', ' ') + ": " + bad.getMessage());
        }
    }

    @Override
    public void flooded() {
        rooms.doorman().flooded(connection.address(), null, visitor);
    }

    @Override
    public void gone() {
        leave();
    }

    private synchronized void leave() {
        Visitor who = visitor;
        if (who == null) return;
        visitor = null;
        rooms.connections().remove(who.id(), this);
        rooms.visitorPresence().left(who.id());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void news(News news) {
        hear(news.entry());
    }

    @Override
    public void elsewhere(Conversation now) {
        connection.errand(() -> rooms.conversations()
                .after(now.id(), upTo(now.id()), MOST_AT_ONCE)
                .forEach(this::hear));
    }

    private synchronized long upTo(ConversationId id) {
        return id.equals(heardOf) ? heardUpTo : 0;
    }

    private synchronized void hear(Entry entry) {
        boolean older =
                heardOf != null && heardOf.value() > entry.conversation().value();
        if (older || entry.seq() <= upTo(entry.conversation())) return;
        heardOf = entry.conversation();
        heardUpTo = entry.seq();
        if (entry.kind() == Kind.REMOVED) connection.send("* a message was removed");
        if (entry.kind() == Kind.EDITED && !entry.text().isEmpty()) {
            connection.send("* a message was edited: " + entry.text());
        }
        boolean said = entry.kind() == Kind.POSTED && entry.by().side() == Side.AGENT;
        if (said && !entry.isRemoved()) connection.send(entry.inWords());
    }

    @Override
    public void typing(String conversation, String encoded) {
        // it has no way to show that
    }

    @Override
    public void assist(String conversation, String encoded) {
        // A plain client has no page to be helped on.
    }

    @Override
    public void presence(String encoded) {
        // it has no way to show that
    }

    @Override
    public void queue(ConversationId conversation, Integer position, Integer minutes) {
        // it has no way to show that
    }

    @Override
    public Visitor visitor() {
        return visitor;
    }

    @Override
    public void forgotten() {
        connection.close(CloseCodes.FORGOTTEN, "forgotten");
    }

    @Override
    public void repeated(Entry original) {
        // every text has a ref of its own
    }

    @Override
    public void refused(Refusal refusal) {
        connection.send("! " + refusal.reason().replace('-', ' ') + ": this was not taken, send it again");
    }
}
