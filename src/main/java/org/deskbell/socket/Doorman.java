package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** How often one address may come with a secret nobody knows, or without any: guessing and flooding are slowed down. */
@ApplicationScoped
public class Doorman {
    private static final int KEPT = 10_000;

    private final Map<String, Bucket> newcomers = new ConcurrentHashMap<>();
    private final Map<String, Bucket> wrongSecrets = new ConcurrentHashMap<>();

    @Inject
    private Settings settings;

    /** A new visitor from this address. */
    boolean letsIn(String address) {
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

    private static boolean take(Map<String, Bucket> buckets, String address, double burst, double perSecond) {
        long now = System.nanoTime();
        if (buckets.size() > KEPT) buckets.values().removeIf(bucket -> bucket.full(now));
        return buckets.computeIfAbsent(address, key -> new Bucket(burst, perSecond, now))
                .take(now);
    }
}
