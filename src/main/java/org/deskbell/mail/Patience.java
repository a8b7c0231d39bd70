package org.deskbell.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before a mail is tried again, and when it is given up: after eleven tries in fifteen hours. */
final class Patience {
    /** While it is sent, nobody else tries: longer than a mail server that answers slowly takes ({@link MailSession}). */
    static final Duration LEASE = Duration.ofMinutes(15);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(7));

    private Patience() {}

    /** Empty: no more. */
    static Optional<Duration> after(int tries) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(tries - 1));
    }
}
