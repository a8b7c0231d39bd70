package org.deskbell.rest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.deskbell.settings.Sentences;

/** What a visitor calls himself, as it may stand in a mail of ours: one line, not long, and nothing a mail program makes a link of. */
final class PlainName {
    private static final Pattern LINK = Pattern.compile("[:/@\\\\]|[^.\\s]\\.[^.\\s]{2}");
    private static final String UNSEEN = "[\\p{Cntrl}\\s\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+";

    private PlainName() {}

    /** Empty where he has none, or one that may not stand there. */
    static Optional<String> of(String name) {
        String plain = name == null ? "" : name.replaceAll(UNSEEN, " ").strip();
        return plain.isEmpty() || LINK.matcher(plain).find() ? Optional.empty() : Optional.of(Sentences.cut(plain));
    }
}
