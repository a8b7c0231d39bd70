package org.deskbell.assist;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Committed;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Elsewhere;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Side;
import org.deskbell.staff.AgentId;

/**
 * What is allowed now, of the conversations somebody here is in: asked for every frame that is passed on, so it is in memory. It follows
 * the conversations as they change, here and on other nodes; what it does not know is not allowed.
 */
@ApplicationScoped
public class Permissions {
    /** Before those who tell screens how it stands. */
    private static final int FIRST = 1_000;

    /** One that is empty is kept for a while, so that news that comes late does not bring back what has ended. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Map<ConversationId, Standing> standings = new ConcurrentHashMap<>();
    private final Conversations conversations;
    private final Clock clock;

    @Inject
    public Permissions(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /** For the container's proxy. */
    Permissions() {
        this(null, null);
    }

    /** Reads how it stands. News of the time between is not lost: the place is taken first. */
    public void learn(ConversationId id) {
        standings.compute(id, (key, standing) -> standing == null ? Standing.unread(clock.instant()) : standing);
        conversations.byId(id).ifPresent(this::isNow);
    }

    void onCommitted(@Observes @Priority(FIRST) Committed committed) {
        for (Happened happened : committed.news()) isNow(happened.conversation());
    }

    void onElsewhere(@Observes @Priority(FIRST) Elsewhere elsewhere) {
        for (Conversation now : elsewhere.conversations()) {
            // What was read may be older than what was written here meanwhile and is forgotten already.
            if (now.assistance() != null && !standings.containsKey(now.id())) learn(now.id());
            else isNow(now);
        }
    }

    private void isNow(Conversation now) {
        if (now.assistance() == null && !standings.containsKey(now.id())) return;
        standings.compute(now.id(), (id, standing) -> {
            Standing before = standing == null ? Standing.unread(clock.instant()) : standing;
            return before.isOlderThan(now) ? before.with(now, clock.instant()) : before;
        });
    }

    /**
     * From now on this is not allowed here, whatever becomes of writing it down.
     *
     * @param request which one, or null for all; {@code kinds} which of it, or null for all
     * @param byAgent whether the agent himself stopped it
     */
    public void deny(ConversationId id, String request, List<Permission> kinds, boolean byAgent) {
        standings.computeIfPresent(id, (key, standing) -> standing.without(request, kinds, byAgent, clock.instant()));
    }

    /** Whose request it is, whether it holds or not. */
    public Optional<AgentId> ownerOf(ConversationId id, String request) {
        Standing standing = standings.get(id);
        return standing == null
                ? Optional.empty()
                : standing.kept().find(request).map(Request::agent);
    }

    /** The agent who may do this by this request now. */
    public Optional<AgentId> allows(ConversationId id, String request, Permission kind) {
        Standing standing = known(id);
        return standing == null
                ? Optional.empty()
                : standing.requests().allows(request, kind, standing.conversation(), clock.instant());
    }

    /** The agent who may call by this request now. */
    public Optional<AgentId> allowsCall(ConversationId id, String request) {
        Standing standing = known(id);
        return standing == null
                ? Optional.empty()
                : standing.requests().allowsCall(request, standing.conversation(), clock.instant());
    }

    public boolean sees(ConversationId id, AgentId agent) {
        Standing standing = known(id);
        return standing != null && standing.requests().sees(agent, standing.conversation(), clock.instant());
    }

    /** What is asked and allowed now. */
    public List<Request> now(ConversationId id) {
        Standing standing = known(id);
        return standing == null ? List.of() : standing.requests().holding(standing.conversation(), clock.instant());
    }

    /** Those that are known here. */
    public Set<ConversationId> all() {
        return standings.keySet();
    }

    /** What has to be written down: what was stopped here and failed to be, and what has ended by itself. */
    public List<Change> overdue(ConversationId id, Reply reply) {
        Standing standing = known(id);
        if (standing == null) return List.of();
        Conversation in = standing.conversation();
        List<Change> changes = new ArrayList<>();
        standing.denied()
                .forEach((name, denial) ->
                        standing.kept().find(name).ifPresent(request -> changes.add(stop(in, request, denial, reply))));
        if (standing.kept().isOver(in, clock.instant())) {
            Author site = new Author(Side.SITE, in.site().value(), null);
            changes.add(new Change.Assist(id, site, null, Steps.lapse(), reply));
        }
        return changes;
    }

    private static Change stop(Conversation in, Request request, Denial denial, Reply reply) {
        Author by =
                denial.byAgent() ? Author.agent(request.agent(), request.name()) : Author.visitor(in.visitor(), null);
        Change.Step step = denial.byAgent()
                ? Steps.agentStops(request.agent(), request.id(), denial.kinds())
                : Steps.visitorStops(request.id(), denial.kinds());
        return new Change.Assist(in.id(), by, null, step, reply);
    }

    /** Drops what nobody here needs. It is asked while the place is held, so somebody who comes at that moment finds it or reads it. */
    public void forgetUnless(Predicate<Conversation> needed) {
        Instant old = clock.instant().minus(REMEMBERED);
        for (ConversationId id : standings.keySet()) {
            standings.computeIfPresent(id, (key, standing) -> {
                boolean recent = standing.since().isAfter(old);
                boolean needless = standing.isEmpty()
                        || standing.conversation() == null
                        || standing.denied().isEmpty() && !needed.test(standing.conversation());
                return recent || !needless ? standing : null;
            });
        }
    }

    private Standing known(ConversationId id) {
        Standing standing = standings.get(id);
        return standing == null || standing.conversation() == null ? null : standing;
    }
}
