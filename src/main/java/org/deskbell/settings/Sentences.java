package org.deskbell.settings;

import java.util.Locale;
import java.util.ResourceBundle;

/** What we say in one language outside the console's pages, in mails and notifications: the words of {@code messages.properties}. */
public final class Sentences {
    private static final int LONGEST = 80;
    private static final int SHOWN_OF_ID = 4;

    private final ResourceBundle words;

    public Sentences(Locale language) {
        words = ResourceBundle.getBundle("messages", language);
    }

    public String say(String key) {
        return words.getString(key);
    }

    /** With {@code value} in its gap. */
    public String say(String key, String value) {
        return say(key).replace("{0}", value);
    }

    /** As the console names who gave no name: by the end of his public id. */
    public String nameless(String id) {
        String signs = id.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return say("push.visitor", signs.substring(Math.max(0, signs.length() - SHOWN_OF_ID)));
    }

    /** The first 80 characters, which are enough for a title. */
    public static String cut(String text) {
        return cut(text, LONGEST);
    }

    /** The first so many characters, and a sign where there are more. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
