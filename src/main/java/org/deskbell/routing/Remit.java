package org.deskbell.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deskbell.conversation.Conversation;
import org.deskbell.site.Department;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.deskbell.staff.Agent;

/**
 * What an agent may see and act on: every conversation but those of the departments that are closed to him, and who looks around on every site but
 * those that are strange to him. This is the one place where
 * that is decided; whoever shows or changes a conversation for an agent asks here.
 */
public record Remit(Set<Long> closed, Set<SiteId> strange) {
    public Remit {
        closed = Set.copyOf(closed);
        strange = Set.copyOf(strange);
    }

    /** The visitors of every site. */
    public Remit(Set<Long> closed) {
        this(closed, Set.of());
    }

    /**
     * To an administrator nothing is closed. Of a site where an agent is in a department, its other departments are closed to him; where he is
     * in none, all are open, so that a small house need not assign anybody.
     */
    static Remit of(Agent agent, Set<Long> his, List<Site> sites) {
        return agent.administrator() ? new Remit(Set.of()) : of(his, sites);
    }

    /** What one answers for who is in these departments, an administrator too: he sees more than he is given. */
    static Remit of(Set<Long> his, List<Site> sites) {
        Set<Long> closed = new HashSet<>();
        Set<SiteId> strange = new HashSet<>();
        for (Site site : sites) {
            List<Long> all = site.departments().stream().map(Department::id).toList();
            if (all.stream().noneMatch(his::contains)) {
                // Others work there, and he somewhere else.
                if (!his.isEmpty() && !all.isEmpty()) strange.add(site.id());
                continue;
            }
            all.stream().filter(id -> !his.contains(id)).forEach(closed::add);
        }
        return new Remit(closed, strange);
    }

    /** Whether he may see who looks around on this site, and speak to them first. */
    public boolean meets(SiteId site) {
        return !strange.contains(site);
    }

    /** Whether he is one of those to give a conversation to: he may see it, and on its site are not only others at work. */
    boolean answersFor(SiteId site, Long department) {
        return meets(site) && covers(department);
    }

    public boolean covers(Conversation conversation) {
        return covers(conversation.department());
    }

    /** @param department null: of none, which is everybody's */
    public boolean covers(Long department) {
        return department == null || !closed.contains(department);
    }
}
