package org.deskbell.support;

/** One live connection of a client, over either carrier. */
interface Link {

    /** Sends one text message; in order, never blocking. */
    void send(String text);

    /** Ends it the polite way. */
    void close();

    /** Drops it without a word, as a closed lid or a killed page does. */
    void abort();

    /** Who hears what happens on a link; {@code closed} comes exactly once. */
    interface Listener {
        void opened(Link link);

        void text(Link link, String text);

        void closed(Link link, int code, String reason);
    }
}
