package org.deskbell.socket;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.KeptAway;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.VisitorId;

/**
 * How often one address may come with a secret nobody knows, or without any, and who has to stay away for a while because he flooded:
 * guessing and flooding are slowed down.
 */
@ApplicationScoped
public class Doorman implements KeptAway {
    private static final int KEPT = 10_000;
    private static final double SECOND = 1e9;

    private final Map<String, Bucket> newcomers = new ConcurrentHashMap<>();
    private final Map<String, Bucket> wrongSecrets = new ConcurrentHashMap<>();
    private Bans bans;

    @Inject
    private Settings settings;

    /** A visitor's secret; addresses are texts, too. */
    private record Secret(String token) {}

    @PostConstruct
    void start() {
        bans = new Bans((long) (settings.number(Setting.FLOOD_BAN) * SECOND));
    }

    /** A new visitor from this address. */
    boolean letsIn(String address) {
        if (bans(address)) return false;
        int burst = settings.number(Setting.VISITORS_PER_ADDRESS);
        return take(newcomers, address, burst, burst / 60.0);
    }

    /** A secret nobody knows: ten of them, then one a minute. */
    boolean forgives(String address) {
        return take(wrongSecrets, address, settings.number(Setting.WRONG_SECRETS_PER_ADDRESS), 1 / 60.0);
    }

    /** Whether this address has guessed too often. */
    boolean bars(String address) {
        Bucket bucket = wrongSecrets.get(address);
        return bucket != null && bucket.empty(System.nanoTime());
    }

    /**
     * A visitor has flooded. He is kept away as long as newcomers from his address are, since new secrets cost nothing there; only one his
     * site vouches for answers for himself alone.
     *
     * @param token the secret he showed, known or not, or null
     * @param who null where he was not welcomed yet
     */
    void flooded(String address, String token, Visitor who) {
        long now = System.nanoTime();
        boolean vouched = who != null && who.verified();
        long length = vouched ? 0 : bans.add(address, 0, now);
        if (token != null) bans.add(new Secret(token), length, now);
        if (who != null) bans.add(who.id(), length, now);
    }

    /** An agent has flooded. */
    void flooded(AgentId agent) {
        bans.add(agent, 0, System.nanoTime());
    }

    /** Whether newcomers from this address have to wait. */
    boolean bans(String address) {
        return left(address) > 0;
    }

    @Override
    public boolean bansSecret(String token) {
        return left(new Secret(token)) > 0;
    }

    boolean bans(VisitorId visitor) {
        return left(visitor) > 0;
    }

    /** In whole seconds, rounded up; 0 where newcomers may come. */
    long secondsLeft(String address) {
        return (long) Math.ceil(left(address) / SECOND);
    }

    long secondsLeft(AgentId agent) {
        return (long) Math.ceil(left(agent) / SECOND);
    }

    private long left(Object whom) {
        return bans.left(whom, System.nanoTime());
    }

    private static boolean take(Map<String, Bucket> buckets, String address, double burst, double perSecond) {
        long now = System.nanoTime();
        if (buckets.size() > KEPT) buckets.values().removeIf(bucket -> bucket.full(now));
        return buckets.computeIfAbsent(address, key -> new Bucket(burst, perSecond, now))
                .take(now);
    }
}
