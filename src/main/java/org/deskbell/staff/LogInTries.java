package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Proxies;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;

/**
 * How often a password may be guessed. A browser in which the agent has logged in before has a count of its own;
 * everybody else is counted by address, by address and account, and (loosely, against many addresses at once) by
 * account. Nothing here depends on whether the account exists.
 */
@ApplicationScoped
class LogInTries {
    private Throttle devices;
    private Throttle addresses;
    private Throttle pairs;
    private Throttle accounts;

    LogInTries() {}

    @Inject
    LogInTries(Settings settings, Clock clock) {
        int tries = settings.number(Setting.LOGIN_TRIES);
        devices = new Throttle(2 * tries, Duration.ofMinutes(1), clock);
        pairs = new Throttle(tries, Duration.ofMinutes(1), clock);
        addresses = new Throttle(6 * tries, Duration.ofSeconds(20), clock);
        accounts = new Throttle(20 * tries, Duration.ofSeconds(30), clock);
    }

    /** Takes a try, and says how long to wait when there is none: zero means go ahead. */
    Duration take(String client, String login, Optional<String> device) {
        List<Count> counts = counts(client, login, device);
        for (int i = 0; i < counts.size(); i++) {
            if (!counts.get(i).take()) {
                counts.subList(0, i).forEach(Count::giveBack);
                return counts.get(i).waiting();
            }
        }
        return Duration.ZERO;
    }

    /** The password was right: this was no guess. */
    void succeeded(String client, String login, Optional<String> device) {
        counts(client, login, device).forEach(Count::giveBack);
    }

    private List<Count> counts(String client, String login, Optional<String> device) {
        String address = Proxies.counted(client);
        // A hash, so that long names cost no memory.
        String account = Tokens.hash(login);
        return device.map(id -> List.of(new Count(devices, account + " " + id)))
                .orElseGet(() -> List.of(
                        new Count(addresses, address),
                        new Count(pairs, address + " " + account),
                        new Count(accounts, account)));
    }

    private record Count(Throttle throttle, String key) {
        boolean take() {
            return throttle.take(key);
        }

        void giveBack() {
            throttle.giveBack(key);
        }

        Duration waiting() {
            Duration wait = throttle.wait(key);
            return wait.isZero() ? Duration.ofSeconds(1) : wait;
        }
    }
}
