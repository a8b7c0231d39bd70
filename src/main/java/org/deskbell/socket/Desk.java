package org.deskbell.socket;

/** Where the messages of one connection go: each kind of client has its own. */
interface Desk {
    /** A text message has come; called by the container's thread and must not block. */
    void message(String text);

    /** Whoever is here has flooded, and is about to be ended for it. */
    void flooded();

    /** The connection is over. */
    void gone();

    /** Called every second or so. */
    default void tick(long now) {}

    /** For the figures: visitor, agent or plain. */
    String kind();

    /** True for those who understand frames. */
    default boolean speaksFrames() {
        return true;
    }
}
