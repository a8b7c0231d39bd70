package org.deskbell.mail;

import java.time.OffsetDateTime;

/** A mail as a table has it while it waits ({@link Claims}). */
interface Posted {
    String id();

    int tries();

    boolean waits();

    void waitUntil(OffsetDateTime next);

    /** Nothing is to be done any more, and its address is gone. */
    void close();

    /** @param claimed tries with the one for which it is claimed now */
    Mail toMail(int claimed);
}
