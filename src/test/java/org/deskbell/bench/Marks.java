package org.deskbell.bench;

import java.nio.charset.StandardCharsets;

/** What frames are known by without being parsed. */
final class Marks {
    static final byte[] WELCOME = type("welcome");
    static final byte[] LIVE = type("live");
    static final byte[] POSTED = type("posted");
    static final byte[] REFUSED = type("refused");
    static final byte[] INBOX = type("inbox");

    private Marks() {}

    static byte[] type(String type) {
        return ("{\"type\":\"" + type + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
