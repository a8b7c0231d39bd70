package org.deskbell.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What came of one try. {@code asked} is how long the push service asks for before the next one, or null; {@code said} goes into the log. Pure. */
record Outcome(PushMeters.Result result, Duration asked, String said) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Outcome later(String said) {
        return new Outcome(PushMeters.Result.FAILED, null, said);
    }

    static Outcome useless(String said) {
        return new Outcome(PushMeters.Result.GIVEN_UP, null, said);
    }

    static Outcome of(int status, String retryAfter, Instant now) {
        String said = "status " + status;
        if (status / 100 == 2) return new Outcome(PushMeters.Result.SENT, null, said);
        if (status == 404 || status == 410) return new Outcome(PushMeters.Result.GONE, null, said);
        boolean busy = status == 429 || status / 100 == 5;
        return busy ? new Outcome(PushMeters.Result.FAILED, wait(retryAfter, now), said) : useless(said);
    }

    /** In seconds or as an instant (RFC 9110, 10.2.3). */
    private static Duration wait(String retryAfter, Instant now) {
        if (retryAfter == null) return null;
        if (retryAfter.matches("[0-9]{1,6}")) return least(Duration.ofSeconds(Long.parseLong(retryAfter)));
        try {
            Instant at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isBefore(now) ? Duration.ZERO : least(Duration.between(now, at));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration least(Duration wished) {
        return wished.compareTo(LONGEST) < 0 ? wished : LONGEST;
    }

    /** How long to wait after so many tries, from 1. */
    Duration pause(int tries) {
        return asked != null ? asked : Duration.ofSeconds(5L << (2 * (tries - 1)));
    }
}
