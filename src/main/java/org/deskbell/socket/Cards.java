package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Abouts;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.label.LabelId;
import org.deskbell.presence.Lookers;
import org.deskbell.presence.VisitorPresence;
import org.deskbell.protocol.Department;
import org.deskbell.protocol.PageView;
import org.deskbell.protocol.Person;
import org.deskbell.protocol.Summary;
import org.deskbell.protocol.VisitorCard;
import org.deskbell.protocol.VisitorCard.Earlier;
import org.deskbell.protocol.VisitorCard.Seen;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorId;
import org.deskbell.visitor.Visitors;

/** What agents see of conversations and visitors, put together from the rooms that know it. */
@ApplicationScoped
public class Cards {
    private static final int EARLIER = 10;
    /** Conversations of one visitor that are looked through for those the reader may see, some more at a time. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final int AT_ONCE = 200;

    @Inject
    private Sites sites;

    @Inject
    private Staff staff;

    @Inject
    private Visitors visitors;

    @Inject
    private VisitorPresence presence;

    @Inject
    private Lookers lookers;

    @Inject
    private Conversations conversations;

    @Inject
    private Abouts abouts;

    /** A line of the inbox for each, in the same order. */
    List<Summary> summaries(Collection<Conversation> of) {
        if (of.isEmpty()) return List.of();
        Map<VisitorId, Visitor> guests =
                visitors.byIds(of.stream().map(Conversation::visitor).distinct().toList()).stream()
                        .collect(Collectors.toMap(Visitor::id, visitor -> visitor));
        Map<AgentId, String> names = names(of);
        Map<ConversationId, Integer> ratings = conversations.ratings(of);
        return of.stream()
                .map(c -> summary(c, guests.get(c.visitor()), names, ratings.get(c.id())))
                .toList();
    }

    /** Of those who have these conversations or are beside the owner. */
    private Map<AgentId, String> names(Collection<Conversation> of) {
        return staff.names(of.stream()
                .flatMap(each -> Stream.concat(Stream.ofNullable(each.owner()), each.joined().stream()))
                .collect(Collectors.toSet()));
    }

    /** The visitor of a conversation, with the conversations he had besides it, as far as the reader may see them. */
    VisitorCard of(Conversation conversation, Predicate<Conversation> may) {
        Visitor v = visitors.byId(conversation.visitor()).orElseThrow();
        Past past = past(conversation, null, may);
        PageView page = v.pageUrl() == null ? null : new PageView(v.pageUrl(), v.pageTitle(), v.referrer());
        return new VisitorCard(
                v.publicId(),
                v.name(),
                v.email(),
                v.verified(),
                v.externalId(),
                presence.here(v.id()),
                v.language(),
                v.zone(),
                v.browser(),
                page,
                v.attributes(),
                abouts.of(conversation.id()),
                v.firstSeen(),
                v.lastSeen(),
                past.items(),
                past.more(),
                trail(v));
    }

    /** Conversations a visitor had besides one of his, newest first; {@code more}: there are older ones. */
    record Past(List<Earlier> items, boolean more) {}

    /** Those before {@code before}, or the newest where that is null, as far as the reader may see them. */
    Past past(Conversation of, Conversation before, Predicate<Conversation> may) {
        List<Conversation> found = new ArrayList<>();
        Conversation from = before;
        int looked = 0;
        while (found.size() <= EARLIER && looked < LOOKED_THROUGH) {
            // Most often all of them are his to see: this one, those that are shown, and one to know whether there are
            // more.
            int most = looked == 0 ? EARLIER + 2 : AT_ONCE;
            List<Conversation> next = conversations.ofVisitor(of.visitor(), from, most);
            next.stream()
                    .filter(each -> !each.id().equals(of.id()) && may.test(each))
                    .forEach(found::add);
            if (next.size() < most) break;
            looked += most;
            from = next.get(most - 1);
        }
        List<Conversation> shown = found.stream().limit(EARLIER).toList();
        if (shown.isEmpty()) return new Past(List.of(), false);
        Map<ConversationId, Integer> stars = conversations.ratings(shown);
        Map<AgentId, String> names = names(shown);
        return new Past(
                shown.stream()
                        .map(c -> earlier(c, names.get(c.owner()), stars.get(c.id())))
                        .toList(),
                found.size() > EARLIER);
    }

    /** Known only where the site lists its visitors. */
    private List<Seen> trail(Visitor of) {
        return lookers.trail(of.id()).stream()
                .map(page -> new Seen(page.url(), page.title(), page.at()))
                .toList();
    }

    private Summary summary(Conversation c, Visitor visitor, Map<AgentId, String> names, Integer rating) {
        Site site = sites.byId(c.site());
        Conversation.Last last = c.last();
        List<Person> joined = c.joined().stream()
                .filter(names::containsKey)
                .map(each -> person(each, names))
                .toList();
        return new Summary(
                c.publicId(),
                site.key(),
                site.name(),
                department(site, c.department()),
                new Summary.Guest(visitor.publicId(), visitor.name(), visitor.verified(), presence.here(visitor.id())),
                c.open() ? "open" : "closed",
                names.containsKey(c.owner()) ? person(c.owner(), names) : null,
                last == null
                        ? null
                        : new Summary.Last(last.seq(), last.at(), last.by().word(), last.text()),
                c.lastSeq(),
                c.unread(),
                c.waitingSince(),
                c.startedAt(),
                c.changedAt(),
                aside(c.aside()),
                rating,
                joined);
    }

    private static Person person(AgentId agent, Map<AgentId, String> names) {
        return new Person(agent.toString(), names.get(agent));
    }

    private static Summary.Aside aside(Aside aside) {
        Aside.Snooze snooze = aside.snooze();
        return new Summary.Aside(
                aside.mentioned().stream().map(AgentId::toString).toList(),
                aside.labels().stream().map(LabelId::toString).toList(),
                snooze == null ? null : new Summary.Sleep(snooze.since(), snooze.until()));
    }

    private static Department department(Site site, Long id) {
        return site.departments().stream()
                .filter(each -> id != null && each.id() == id)
                .findFirst()
                .map(each -> new Department(Long.toString(each.id()), each.name(), null))
                .orElse(null);
    }

    private static Earlier earlier(Conversation c, String owner, Integer stars) {
        return new Earlier(
                c.publicId(),
                c.startedAt(),
                c.open() ? "open" : "closed",
                c.last() == null ? null : c.last().text(),
                owner,
                stars);
    }
}
