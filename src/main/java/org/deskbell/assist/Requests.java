package org.deskbell.assist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.staff.AgentId;

/**
 * All that is asked and allowed in one conversation.
 *
 * @param broken the owner has changed, or it was closed, since: nothing of it holds any more
 */
public record Requests(List<Request> all, boolean broken) {
    static final int MOST = 8;
    static final Requests NONE = new Requests(List.of(), false);

    /** As the conversation keeps them. What cannot be read allows nothing. */
    public static Requests of(Conversation conversation) {
        return RequestText.read(conversation.assistance());
    }

    /** To be kept with the conversation; null where there are none. */
    String text() {
        return all.isEmpty() ? null : RequestText.write(all);
    }

    public Optional<Request> find(String id) {
        return all.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /** Those that can still be answered or used. */
    public List<Request> holding(Conversation in, Instant at) {
        if (broken) return List.of();
        return all.stream().filter(request -> request.holds(in, at)).toList();
    }

    /** The agent who may do this by this request now; empty where nobody may. */
    public Optional<AgentId> allows(String id, Permission kind, Conversation in, Instant at) {
        return holding(in, at).stream()
                .filter(request -> request.id().equals(id) && request.allows(kind))
                .map(Request::agent)
                .filter(agent -> !kind.needsSee() || sees(agent, in, at))
                .findFirst();
    }

    /** The agent who may call by this request now. */
    public Optional<AgentId> allowsCall(String id, Conversation in, Instant at) {
        return holding(in, at).stream()
                .filter(request -> request.id().equals(id) && request.allowsCall())
                .map(Request::agent)
                .findFirst();
    }

    /** Whether this agent may see the page now. */
    public boolean sees(AgentId agent, Conversation in, Instant at) {
        return holding(in, at).stream()
                .anyMatch(request -> request.agent().equals(agent) && request.allows(Permission.SEE));
    }

    /** Whether something here has ended by itself and nobody wrote it down yet. */
    boolean isOver(Conversation in, Instant at) {
        return holding(in, at).size() < all.size();
    }

    /** Without these kinds of these requests. */
    Requests without(Map<String, Denial> denied) {
        if (denied.isEmpty()) return this;
        return new Requests(
                all.stream()
                        .map(request -> request.with(less(request.kinds(), deniedOf(request, denied))))
                        .filter(request -> !request.kinds().isEmpty())
                        .toList(),
                broken);
    }

    private static List<Permission> deniedOf(Request request, Map<String, Denial> denied) {
        Denial denial = denied.get(request.id());
        return denial == null ? List.of() : denial.kinds();
    }

    static List<Permission> less(List<Permission> kinds, Collection<Permission> some) {
        return kinds.stream().filter(kind -> !some.contains(kind)).toList();
    }
}
