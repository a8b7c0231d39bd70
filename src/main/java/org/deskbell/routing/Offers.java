package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.MessageLog;
import org.deskbell.presence.AgentPresence;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/**
 * Takes back what was given to somebody on this node who does not open it. Since when he has it is in the store, and whether he has opened it is
 * decided by the conversation's row: it does not matter how often it looks. Who has no console open now is not held to it, since he either comes
 * back or drops out; and who could open nothing for a while has all of his time from then on.
 */
@ApplicationScoped
class Offers {
    private static final System.Logger LOG = System.getLogger(Offers.class.getName());

    /** The rest waits for the next time. */
    private static final int AT_ONCE = 200;

    @Inject
    private Conversations conversations;

    @Inject
    private Staff staff;

    @Inject
    private MessageLog log;

    @Inject
    private AgentPresence presence;

    @Inject
    private Clock clock;

    /** Since when the store answers again. */
    private Instant answers = Instant.EPOCH;

    private boolean failed;

    /** The store did not answer: nobody could open anything. The thread that looks calls it. */
    void failed() {
        failed = true;
    }

    /** Asks the store where any of these sites gives out by time. One thread alone calls it. */
    void look(Map<SiteId, Rule> assigning) {
        if (failed) answers = clock.instant();
        failed = false;
        assigning.forEach((site, rule) -> {
            if (rule.timed()) look(site, rule.patience());
        });
    }

    private void look(SiteId site, Duration patience) {
        Instant now = clock.instant();
        for (Conversation each : conversations.offered(site, presence.here(), now.minus(patience), AT_ONCE)) {
            if (!each.aside().offer().until(couldOpen(each.owner()), patience).isAfter(now)) takeBack(each, patience);
        }
    }

    private Instant couldOpen(AgentId owner) {
        Instant back = presence.back(owner);
        return back == null || back.isBefore(answers) ? answers : back;
    }

    private void takeBack(Conversation offered, Duration patience) {
        AgentId owner = offered.owner();
        String name = staff.byId(owner).map(agent -> agent.name()).orElse(null);
        LOG.log(
                Level.DEBUG,
                "Agent {0} has not opened conversation {1}",
                owner.value(),
                offered.id().value());
        log.submit(new Change.Withdraw(offered.id(), Author.agent(owner, name), patience));
    }
}
