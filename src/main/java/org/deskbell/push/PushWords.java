package org.deskbell.push;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.ResourceBundle;
import org.deskbell.settings.Languages;

/** What a notification says: who and where, and never what was said. Pure, but for reading the words of its language. */
final class PushWords {
    private static final int LONGEST = 80;

    private final Locale locale;
    private final ResourceBundle words;

    PushWords(String language) {
        locale = Locale.forLanguageTag(language);
        words = ResourceBundle.getBundle("messages", locale);
    }

    /** @param name the visitor's, or null; {@code id}: his public one */
    String calling(Occasion occasion, String name, String id, String site) {
        String who = name == null || name.isBlank() ? fill("push.visitor", shortId(id)) : cut(name.strip());
        String title =
                switch (occasion.what()) {
                    case WAITS, GIVEN -> fill("push.new", who);
                    case MESSAGE -> who;
                    case WOKEN -> fill("push.woken", who);
                    case MENTION -> fill("push.mention", who);
                };
        String where = cut(site);
        String body =
                occasion.what() == Occasion.What.MESSAGE ? words.getString("push.message") + " · " + where : where;
        return text(title, body, occasion.conversation().publicId());
    }

    String trying() {
        return text(words.getString("push.test"), "Deskbell", "");
    }

    private String text(String title, String body, String conversation) {
        JsonObject told = Json.createObjectBuilder()
                .add("title", title)
                .add("body", body)
                .add("conversation", conversation)
                .add("lang", Languages.tag(locale))
                .add("dir", Languages.rightToLeft(locale) ? "rtl" : "ltr")
                .build();
        return told.toString();
    }

    private String fill(String key, String value) {
        return words.getString(key).replace("{0}", value);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** As the console names who gave no name. */
    static String shortId(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9]", "");
        return plain.substring(Math.max(0, plain.length() - 4)).toUpperCase(Locale.ROOT);
    }
}
