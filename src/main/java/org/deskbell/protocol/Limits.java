package org.deskbell.protocol;

/** The limits of the wire, as published in protocol.md. Lengths are in UTF-16 units. */
public final class Limits {
    /** Characters in one text message from a client. */
    public static final int MESSAGE = 32_768;

    /** Frames joined in one message from a client. */
    public static final int FRAMES = 64;

    /** Characters of a post. */
    public static final int TEXT = 4_000;

    /** Entries asked for by {@code before}. */
    public static final int PAGE = 100;

    /** Attributes a page may tell of its visitor, and characters of a name and a value. */
    public static final int ATTRIBUTES = 20;

    public static final int ATTRIBUTE_NAME = 40;
    public static final int ATTRIBUTE_VALUE = 200;

    private Limits() {}
}
