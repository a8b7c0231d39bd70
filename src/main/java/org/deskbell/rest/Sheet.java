package org.deskbell.rest;

import java.io.IOException;
import java.time.Instant;

/** A form in which a conversation can be written down. */
interface Sheet {
    String type();

    /** How the file's name ends. */
    String ending();

    void begin(String title, String about) throws IOException;

    /** What is said before it, which may have lines. */
    void words(String text) throws IOException;

    /** A remark about it, which may have lines. */
    void remark(String text) throws IOException;

    /** A way to somewhere: an address of ours, and words for it. */
    void link(String words, String address) throws IOException;

    void said(Message message) throws IOException;

    void happened(Instant at, String what) throws IOException;

    void end() throws IOException;

    /** What somebody said, as it reads now; {@code quoted} is the message it answers, in a line, or null. */
    record Message(String by, Instant at, String text, boolean edited, String quoted) {}
}
