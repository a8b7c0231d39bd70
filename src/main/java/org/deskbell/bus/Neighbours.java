package org.deskbell.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** Which nodes are alive, by the beat each of them writes into the store. */
@ApplicationScoped
public class Neighbours {
    private static final System.Logger LOG = System.getLogger(Neighbours.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Event<NodeJoined> joined;

    @Inject
    private Event<NodeGone> gone;

    @Inject
    private Event<Registered> registered;

    private final String self = random();
    private volatile Set<String> others = Set.of();
    private volatile boolean allByRedis;
    private long beaten;
    private long patientUntil;

    /** This node's name, another one at each start. */
    public String self() {
        return self;
    }

    public boolean alone() {
        return others.isEmpty();
    }

    public Set<String> others() {
        return others;
    }

    /** Whether all others said with their last beat that they hear by Redis. */
    boolean allByRedis() {
        return allByRedis;
    }

    /** After how many seconds without a beat a node is dead. */
    int dead() {
        return settings.number(Setting.NODE_DEAD);
    }

    /** @param byRedis whether this node is heard and hears by Redis */
    void beat(NodeTables tables, boolean byRedis) throws SQLException {
        long now = System.nanoTime();
        long half = Duration.ofSeconds(dead()).toNanos() / 2;
        boolean first = beaten == 0;
        // One who slept, or had no store for a while, knows nothing about the others: they get their time to beat
        // again.
        if (first || now - beaten > half) patientUntil = now + half;
        if (!tables.beat(byRedis)) {
            tables.register();
            registered.fire(new Registered(self));
        }
        beaten = now;
        Map<String, Boolean> alive = tables.others();
        allByRedis = alive.values().stream().allMatch(by -> by);
        if (first) meet(alive.keySet(), Set.of());
        else if (now - patientUntil >= 0) meet(alive.keySet(), tables.reap());
        else meet(both(alive.keySet()), Set.of());
    }

    private Set<String> both(Set<String> now) {
        Set<String> both = new HashSet<>(now);
        both.addAll(others);
        return both;
    }

    private void meet(Set<String> now, Set<String> mine) {
        Set<String> before = others;
        others = Set.copyOf(now);
        for (String node : now) {
            if (before.contains(node)) continue;
            LOG.log(Level.INFO, "Node {0} is there", node);
            joined.fire(new NodeJoined(node));
        }
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(now);
        lost.addAll(mine);
        for (String node : lost) {
            if (before.contains(node)) LOG.log(Level.INFO, "Node {0} is gone", node);
            gone.fire(new NodeGone(node, mine.contains(node)));
        }
    }

    private static String random() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
