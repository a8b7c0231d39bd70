package org.deskbell.protocol;

import java.util.List;

/** The limits of the wire, as published in protocol.md. Lengths are in UTF-16 units. */
public final class Limits {
    /** Characters in one text message from a client. */
    public static final int MESSAGE = 32_768;

    /** Frames joined in one message from a client. */
    public static final int FRAMES = 64;

    /** Characters of a post. */
    public static final int TEXT = 4_000;

    /** Characters of a note: in the log its mentions stand before it, in the room of a text. */
    public static final int NOTE = 3_800;

    /** Colleagues mentioned by one note. */
    public static final int MENTIONS = 10;

    /** Characters shown of a message that is not sent yet. */
    public static final int UNSENT = 1_000;

    /** Seconds for which the server holds what an agent says, so that he may take it back. */
    public static final int HOLD = 30;

    /** Files of a post. */
    public static final int FILES = 10;

    /** Choices of a post, and characters of one. */
    public static final int CHOICES = 6;

    public static final int CHOICE_LINE = 40;

    /** Entries asked for by {@code before}. */
    public static final int PAGE = 100;

    /** Attributes a page may tell of its visitor or of his conversation at once, those it takes back included, and characters of a name and a value. */
    public static final int ATTRIBUTES = 20;

    public static final int ATTRIBUTES_AND_REMOVED = 60;

    public static final int ATTRIBUTE_NAME = 40;
    public static final int ATTRIBUTE_VALUE = 200;

    /** Answers before the first message, and characters of one. */
    public static final int ANSWERS = 12;

    public static final int ANSWER = 500;

    /** Characters of what is written to a rating. */
    public static final int COMMENT = 1_000;

    /** What an agent may ask the visitor for. */
    public static final List<String> KINDS = List.of("see", "point", "act", "voice", "video", "screen");

    /** Characters of a question's purpose. */
    public static final int PURPOSE = 200;

    /** For how long help can be allowed, minutes. */
    public static final int MINUTES = 120;

    /** Characters of what a proposal is about, and of what it would fill in. */
    public static final int LABEL = 200;

    public static final int VALUE = 1_000;

    /** Characters passed on in one frame of an assistance. */
    public static final int DATA = 24_000;

    /** Characters of what an agent chose for his console. */
    public static final int CHOICE = 2_000;

    /** Characters of an answer's shortcut and title. */
    public static final int SHORTCUT = 40;

    public static final int TITLE = 100;

    private Limits() {}
}
