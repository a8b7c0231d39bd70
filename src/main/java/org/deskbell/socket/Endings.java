package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Reply;
import org.deskbell.site.SiteGoes;
import org.deskbell.staff.LoggedOut;
import org.deskbell.staff.StaffChanged;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.VisitorsMerged;

/** Ends connections whose people may no longer have them: logged out, disabled, another role, forgotten, site deleted. */
@ApplicationScoped
public class Endings {
    @Inject
    private Connections connections;

    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private Workers workers;

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) StaffChanged changed) {
        // On WildFly no transaction can begin inside an AFTER_SUCCESS observer, so the look-up is done by a worker.
        boolean taken = workers.offer(() -> {
            for (AgentDesk desk : connections.of(changed.agent())) {
                if (!desk.entitled()) end(desk);
            }
        });
        // One who may stay comes back at once.
        if (!taken) connections.of(changed.agent()).forEach(Endings::end);
    }

    /** A visitor turned out to be one his site knows: his other screens come again as that one. */
    void onMerged(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorsMerged merged) {
        workers.offer(() -> {
            for (Set<Feed> feeds : connections.followedOf(merged.from())) {
                for (Feed feed : feeds) conversations.byId(feed.id()).ifPresent(feed::is);
            }
            closeOlder(merged.into());
            whereabouts.tellOf(merged.into());
        });
    }

    /** He sees one conversation, the newest: what is open besides would be answered into the void. */
    private void closeOlder(VisitorId visitor) {
        conversations.ofVisitor(visitor, 100).stream()
                .skip(1)
                .filter(Conversation::open)
                .forEach(older ->
                        log.submit(new Change.Close(older.id(), Author.visitor(visitor, null), null, Reply.NOBODY)));
    }

    void onLoggedOut(@Observes LoggedOut out) {
        for (AgentDesk desk : connections.of(out.agent())) {
            if (out.logIn().equals(desk.logIn())) end(desk);
        }
    }

    void onForgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorForgotten forgotten) {
        for (VisitorScreen screen : connections.of(forgotten.visitor())) screen.forgotten();
    }

    /** The visitors of a deleted site are gone with it. */
    void onSiteGone(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteGoes gone) {
        for (Set<VisitorScreen> screens : connections.visitors()) {
            for (VisitorScreen screen : screens) {
                Visitor who = screen.visitor();
                if (who != null && who.site().equals(gone.site())) screen.forgotten();
            }
        }
    }

    private static void end(AgentDesk desk) {
        desk.connection().close(CloseCodes.POLICY, "logged out");
    }
}
