package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.label.LabelsChanged;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.LoggedOut;
import org.deskbell.staff.StaffChanged;
import org.deskbell.visitor.VisitorForgotten;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.VisitorsMerged;

/** Tells other nodes whose connections are over, and ends those here that are over because of what happened there. */
@ApplicationScoped
public class Neighbourhood {
    private static final String STAFF = "staff";
    private static final String LOGGED_OUT = "logged-out";
    private static final String FORGOTTEN = "forgotten";
    private static final String MERGED = "merged";
    private static final String ANOTHER = "another";
    private static final String SITE_GONE = "site-gone";
    private static final String LABELS = "labels";

    @Inject
    private Bus bus;

    @Inject
    private Connections connections;

    @Inject
    private Endings endings;

    @Inject
    private InboxFeed inbox;

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) StaffChanged changed) {
        bus.tell(STAFF, Long.toString(changed.agent().value()));
    }

    void onLoggedOut(@Observes LoggedOut out) {
        bus.tell(LOGGED_OUT, out.agent().value() + " " + out.logIn());
    }

    void onForgotten(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorForgotten forgotten) {
        bus.tell(FORGOTTEN, Long.toString(forgotten.visitor().value()));
    }

    void onMerged(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorsMerged merged) {
        bus.tell(MERGED, merged.from().value() + " " + merged.into().value() + " " + merged.intoPublicId());
    }

    void onSiteGone(@Observes(during = TransactionPhase.AFTER_SUCCESS) SiteGoes gone) {
        bus.tell(SITE_GONE, Long.toString(gone.site().value()));
    }

    void onLabels(@Observes(during = TransactionPhase.AFTER_SUCCESS) LabelsChanged changed) {
        inbox.labelsChanged();
        bus.tell(LABELS, "changed");
    }

    /** Somebody else sits at this visitor's browser now: his other tabs come again as whoever they are. */
    void comeAgain(VisitorId before) {
        closeTabs(before);
        bus.tell(ANOTHER, Long.toString(before.value()));
    }

    void onHeard(@Observes Heard heard) {
        for (String word : heard.words()) onHeard(heard.topic(), word.split(" "));
    }

    private void onHeard(String topic, String[] parts) {
        switch (topic) {
            case STAFF -> endings.onChanged(new StaffChanged(new AgentId(Long.parseLong(parts[0]))));
            case LOGGED_OUT -> endings.onLoggedOut(new LoggedOut(new AgentId(Long.parseLong(parts[0])), parts[1]));
            case FORGOTTEN -> endings.onForgotten(new VisitorForgotten(visitor(parts[0])));
            case MERGED -> endings.onMerged(new VisitorsMerged(visitor(parts[0]), visitor(parts[1]), parts[2]));
            case SITE_GONE -> endings.onSiteGone(new SiteGoes(new SiteId(Long.parseLong(parts[0]))));
            case LABELS -> inbox.labelsChanged();
            case ANOTHER -> closeTabs(visitor(parts[0]));
            default -> {
                // for others
            }
        }
    }

    private void closeTabs(VisitorId of) {
        for (VisitorScreen tab : connections.of(of)) tab.connection().close(CloseCodes.RESTART, "somebody else now");
    }

    private static VisitorId visitor(String id) {
        return new VisitorId(Long.parseLong(id));
    }
}
