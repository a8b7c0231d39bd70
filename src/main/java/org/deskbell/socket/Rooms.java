package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.deskbell.attachment.Policies;
import org.deskbell.conversation.Abouts;
import org.deskbell.conversation.Bygones;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.MessageLog;
import org.deskbell.label.Labels;
import org.deskbell.presence.AgentPresence;
import org.deskbell.presence.Lookers;
import org.deskbell.presence.VisitorPresence;
import org.deskbell.routing.Paces;
import org.deskbell.routing.Remits;
import org.deskbell.routing.Seats;
import org.deskbell.routing.Switchboard;
import org.deskbell.routing.Transfers;
import org.deskbell.settings.Settings;
import org.deskbell.site.Sites;
import org.deskbell.staff.Staff;
import org.deskbell.store.Store;
import org.deskbell.visitor.Visitors;

/** The rooms a desk asks: desks are made per connection and cannot be injected themselves. */
@ApplicationScoped
public class Rooms {
    @Inject
    private Settings settings;

    @Inject
    private Store store;

    @Inject
    private Sites sites;

    @Inject
    private Staff staff;

    @Inject
    private Visitors visitors;

    @Inject
    private Labels labels;

    @Inject
    private Conversations conversations;

    @Inject
    private Bygones bygones;

    @Inject
    private Abouts abouts;

    @Inject
    private MessageLog log;

    @Inject
    private Switchboard switchboard;

    @Inject
    private Transfers transfers;

    @Inject
    private Remits remits;

    @Inject
    private Seats seats;

    @Inject
    private AgentPresence agentPresence;

    @Inject
    private VisitorPresence visitorPresence;

    @Inject
    private Lookers lookers;

    @Inject
    private Connections connections;

    @Inject
    private Doorman doorman;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private LookerFeed lookerFeed;

    @Inject
    private FirstWords firstWords;

    @Inject
    private InboxFeed inbox;

    @Inject
    private QueueFeed queue;

    @Inject
    private Paces paces;

    @Inject
    private TypingRelay typing;

    @Inject
    private Viewers viewers;

    @Inject
    private Preferring preferring;

    @Inject
    private Grace grace;

    @Inject
    private Assistance assistance;

    @Inject
    private AssistRelay assistRelay;

    @Inject
    private AnswerFeed answers;

    @Inject
    private Cards cards;

    @Inject
    private Neighbourhood neighbourhood;

    @Inject
    private Policies policies;

    Seats seats() {
        return seats;
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    Sites sites() {
        return sites;
    }

    Staff staff() {
        return staff;
    }

    Visitors visitors() {
        return visitors;
    }

    Labels labels() {
        return labels;
    }

    Conversations conversations() {
        return conversations;
    }

    Bygones bygones() {
        return bygones;
    }

    Abouts abouts() {
        return abouts;
    }

    MessageLog log() {
        return log;
    }

    Switchboard switchboard() {
        return switchboard;
    }

    Transfers transfers() {
        return transfers;
    }

    Remits remits() {
        return remits;
    }

    AgentPresence agentPresence() {
        return agentPresence;
    }

    VisitorPresence visitorPresence() {
        return visitorPresence;
    }

    Lookers lookers() {
        return lookers;
    }

    Connections connections() {
        return connections;
    }

    Doorman doorman() {
        return doorman;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    LookerFeed lookerFeed() {
        return lookerFeed;
    }

    FirstWords firstWords() {
        return firstWords;
    }

    InboxFeed inbox() {
        return inbox;
    }

    Neighbourhood neighbourhood() {
        return neighbourhood;
    }

    AnswerFeed answers() {
        return answers;
    }

    Policies policies() {
        return policies;
    }

    Cards cards() {
        return cards;
    }

    QueueFeed queue() {
        return queue;
    }

    Paces paces() {
        return paces;
    }

    TypingRelay typing() {
        return typing;
    }

    Viewers viewers() {
        return viewers;
    }

    Grace grace() {
        return grace;
    }

    Preferring preferring() {
        return preferring;
    }

    Assistance assistance() {
        return assistance;
    }

    AssistRelay assistRelay() {
        return assistRelay;
    }
}
