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
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/**
 * Takes back what was given to somebody who does not open it. Since when he has it is in the store, and whether he has opened it is decided by the
 * conversation's row: it does not matter which node looks, or how often.
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
    private Clock clock;

    /** Asks the store where any of these sites gives out by time. */
    void look(Map<SiteId, Rule> assigning) {
        assigning.forEach((site, rule) -> {
            if (rule.timed()) look(site, rule.patience());
        });
    }

    private void look(SiteId site, Duration patience) {
        Instant before = clock.instant().minus(patience);
        for (Conversation offered : conversations.offered(site, before, AT_ONCE)) {
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
}
