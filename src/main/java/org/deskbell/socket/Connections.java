package org.deskbell.socket;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.bus.Channels;
import org.deskbell.conversation.Changed;
import org.deskbell.conversation.ConversationId;
import org.deskbell.operations.Load;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * Who is connected, and who follows which conversation: the routing table of this node. It is on the path of every frame, so look-ups
 * take no lock, and it is no EJB: the container's call costs more than the look-up.
 */
@ApplicationScoped
public class Connections implements Load {
    private final Map<String, Connection> all = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
    private final Map<ConversationId, Set<Feed>> followers = new ConcurrentHashMap<>();
    private final Map<VisitorId, Set<VisitorScreen>> visitors = new ConcurrentHashMap<>();
    private final Map<AgentId, Set<AgentDesk>> agents = new ConcurrentHashMap<>();

    @Inject
    private Settings settings;

    /** Other nodes' words are heard here for as long as somebody here needs them. */
    @Inject
    private Channels channels;

    /** False where there are too many, from this address or altogether; the connection is not kept then. */
    boolean add(Connection connection) {
        int mostHere = settings.number(Setting.CONNECTIONS_PER_ADDRESS);
        int most = settings.number(Setting.CONNECTIONS);
        int here = perAddress.merge(connection.address(), 1, Integer::sum);
        if (here > mostHere || all.size() >= most) {
            leave(connection.address());
            return false;
        }
        all.put(connection.id(), connection);
        return true;
    }

    void remove(Connection connection) {
        if (all.remove(connection.id()) != null) leave(connection.address());
    }

    private void leave(String address) {
        perAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public int left() {
        return all.size();
    }

    Collection<Connection> all() {
        return all.values();
    }

    /** How many there are of one sort. */
    long count(String carrier, String kind) {
        return all.values().stream()
                .filter(connection -> connection.is(carrier, kind))
                .count();
    }

    void follow(Feed feed) {
        followers.compute(feed.id(), (id, set) -> with(set, feed, Changed.channelOf(id)));
    }

    void unfollow(Feed feed) {
        followers.computeIfPresent(feed.id(), (id, set) -> without(set, feed, Changed.channelOf(id)));
    }

    /** The agents' screens that follow it. */
    Collection<Feed> following(ConversationId conversation) {
        return followers.getOrDefault(conversation, Set.of());
    }

    /** What agents follow of this visitor, by conversation. */
    List<Set<Feed>> followedOf(VisitorId visitor) {
        return followers.values().stream()
                .filter(feeds -> feeds.stream()
                        .anyMatch(feed -> feed.conversation().visitor().equals(visitor)))
                .toList();
    }

    void add(VisitorId visitor, VisitorScreen screen) {
        visitors.compute(visitor, (id, set) -> with(set, screen, Changed.channelOf(id)));
    }

    void remove(VisitorId visitor, VisitorScreen screen) {
        visitors.computeIfPresent(visitor, (id, set) -> without(set, screen, Changed.channelOf(id)));
    }

    /** All screens of one visitor: his tabs and devices. */
    Collection<VisitorScreen> of(VisitorId visitor) {
        return visitors.getOrDefault(visitor, Set.of());
    }

    Collection<Set<VisitorScreen>> visitors() {
        return visitors.values();
    }

    void add(AgentId agent, AgentDesk desk) {
        agents.compute(agent, (id, set) -> with(set, desk, Changed.LISTS));
    }

    void remove(AgentId agent, AgentDesk desk) {
        agents.computeIfPresent(agent, (id, set) -> without(set, desk, Changed.LISTS));
    }

    Collection<AgentDesk> of(AgentId agent) {
        return agents.getOrDefault(agent, Set.of());
    }

    List<AgentDesk> agents() {
        return agents.values().stream().flatMap(Set::stream).toList();
    }

    /**
     * Clients are told to come again, so that they do so with jitter and not when they notice. Tyrus 2.1.5 closes the connection right
     * behind the close frame and does not wait for an answer: who is sending at that moment may find it reset (RFC 2525, 2.17), and comes
     * again as after any break.
     */
    @PreDestroy
    void closeAll() {
        for (Connection connection : List.copyOf(all.values())) connection.closeNow(CloseCodes.RESTART, "restarting");
    }

    /** The first one makes this node listen on the channel, the last one makes it stop. */
    private <T> Set<T> with(Set<T> set, T item, String channel) {
        if (set == null) channels.listen(channel);
        Set<T> some = set == null ? ConcurrentHashMap.newKeySet(2) : set;
        some.add(item);
        return some;
    }

    private <T> Set<T> without(Set<T> set, T item, String channel) {
        set.remove(item);
        if (!set.isEmpty()) return set;
        channels.ignore(channel);
        return null;
    }
}
