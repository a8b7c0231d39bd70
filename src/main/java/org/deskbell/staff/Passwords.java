package org.deskbell.staff;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.deskbell.settings.Refused;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/** Makes and checks password hashes, two at a time at most: each costs a processor a fifth of a second. */
@ApplicationScoped
class Passwords {
    private static final int FLOOR = 210_000;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private Settings settings;

    private final Semaphore places = new Semaphore(2, true);
    private String nobody;

    @PostConstruct
    void prepare() {
        int rounds = settings.number(Setting.PASSWORD_ROUNDS);
        if (rounds < FLOOR && !settings.demo() && !settings.development()) {
            throw new IllegalStateException("deskbell.password.rounds must be at least " + FLOOR + " in production");
        }
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", String.valueOf(rounds),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                "Pbkdf2PasswordHash.KeySizeBytes", "32"));
        nobody = hash.generate("nobody has this password".toCharArray());
    }

    /** Refused when it is too short, too long or the login itself. */
    String hash(String login, String password) {
        if (password == null || password.length() < SHORTEST) {
            throw new Refused("short-password");
        }
        if (password.length() > LONGEST) {
            throw new Refused("long-password");
        }
        if (password.equalsIgnoreCase(login) || password.chars().distinct().count() < 4) {
            throw new Refused("weak-password");
        }
        return inTurn(() -> hash.generate(password.toCharArray()));
    }

    /** Takes as long for somebody who does not exist: {@code stored} may be null. */
    boolean matches(String password, String stored) {
        String given = password == null || password.length() > LONGEST ? "" : password;
        boolean same = inTurn(() -> hash.verify(given.toCharArray(), stored == null ? nobody : stored));
        return same && stored != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
