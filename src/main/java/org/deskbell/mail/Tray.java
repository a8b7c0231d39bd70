package org.deskbell.mail;

import java.time.Duration;
import java.util.Optional;

/** Where mails of one kind wait to be sent. */
interface Tray {
    /** The next one that is due; nobody else gets it for as long as {@link Patience#LEASE}. */
    Optional<Mail> claim();

    /** It is with the mail server, or will never be: nothing is left of it but what is counted or remembered. */
    void done(Mail mail);

    /**
     * It could not be sent now; how long it waits for the next try, or empty where it was given up. Where this try took longer than its
     * {@link Patience#LEASE} and somebody else is at it, that is left alone.
     */
    Optional<Duration> later(Mail mail);

    /** Deletes what is of no use any more; returns how many of them still waited, since there was no mail session. */
    int sweep();
}
