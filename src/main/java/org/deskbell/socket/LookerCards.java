package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.presence.Looker;
import org.deskbell.presence.LookerMoved;
import org.deskbell.presence.Lookers;
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
    /** So many are told of at once. */
    static final int MOST = 500;

    @Inject
    private Lookers lookers;

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

    /** All of the list that may be seen so, the newest 500 at most. Asks the store. */
    OnSite whole(Remit remit) {
        List<Looker> met = new ArrayList<>(lookers.listed());
        met.removeIf(looker -> !remit.meets(looker.site()));
        met.sort(Comparator.comparing(Looker::since).reversed());
        List<Looker> newest = met.subList(0, Math.min(MOST, met.size()));
        Integer all = met.size() > MOST ? met.size() : null;
        return new OnSite(true, items(of(newest), remit), List.of(), all, on(remit));
    }

    /** What of these moves may be seen so; {@code shown} are those of them who are there. */
    OnSite changes(List<LookerMoved> moves, List<Shown> shown, Remit remit) {
        List<OnSite.Item> items = items(shown, remit);
        Set<String> seen = items.stream().map(OnSite.Item::id).collect(Collectors.toSet());
        List<String> gone = moves.stream()
                .filter(one -> remit.meets(one.site()) && !seen.contains(one.publicId()))
                .map(LookerMoved::publicId)
                .toList();
        return new OnSite(false, items, gone, null, on(remit));
    }

    private static List<OnSite.Item> items(List<Shown> shown, Remit remit) {
        return shown.stream().filter(one -> one.to(remit)).map(Shown::item).toList();
    }

    private boolean on(Remit remit) {
        return sites.listing().stream().anyMatch(remit::meets);
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
