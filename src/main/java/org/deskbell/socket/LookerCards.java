package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.presence.Looker;
import org.deskbell.protocol.OnSite;
import org.deskbell.protocol.Person;
import org.deskbell.routing.Remit;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.VisitorId;

/** What agents see of those who look around, put together from the rooms that know it. */
@ApplicationScoped
public class LookerCards {
    @Inject
    private Sites sites;

    @Inject
    private Staff staff;

    @Inject
    private Conversations conversations;

    /** One line of the list; {@code in} is the open conversation he is in, or null. */
    record Shown(OnSite.Item item, SiteId site, Conversation in) {
        boolean to(Remit remit) {
            return remit.meets(site) && (in == null || remit.covers(in));
        }
    }

    /** A line for each, in the same order; one of a site that was deleted is left out. Asks the store. */
    List<Shown> of(Collection<Looker> lookers) {
        List<VisitorId> ids = lookers.stream().map(Looker::visitor).toList();
        Map<VisitorId, Conversation> open = conversations.currentOf(ids).stream()
                .filter(Conversation::open)
                .collect(Collectors.toMap(Conversation::visitor, conversation -> conversation));
        return lookers.stream()
                .flatMap(looker ->
                        sites.find(looker.site()).map(site -> shown(looker, site, open.get(looker.visitor()))).stream())
                .toList();
    }

    private Shown shown(Looker looker, Site site, Conversation in) {
        AgentId owner = in == null ? null : in.owner();
        return new Shown(
                new OnSite.Item(
                        looker.publicId(),
                        looker.name(),
                        looker.verified(),
                        site.key(),
                        site.name(),
                        looker.page().url(),
                        looker.page().title(),
                        looker.trail().size(),
                        looker.referrer(),
                        looker.language(),
                        looker.visits(),
                        looker.since(),
                        in == null ? "looking" : owner == null ? "waiting" : "chatting",
                        owner == null ? null : person(owner),
                        in == null ? null : in.publicId()),
                site.id(),
                in);
    }

    private Person person(AgentId owner) {
        return new Person(owner.toString(), staff.byId(owner).map(Agent::name).orElse(null));
    }
}
