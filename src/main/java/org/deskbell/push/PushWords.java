package org.deskbell.push;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import org.deskbell.settings.Languages;
import org.deskbell.settings.Sentences;

/** What a notification says: who and where, and never what was said. Pure, but for reading the words of its language. */
final class PushWords {
    private final Locale locale;
    private final Sentences words;

    PushWords(String language) {
        locale = Locale.forLanguageTag(language);
        words = new Sentences(locale);
    }

    /** @param name the visitor's, or null; {@code id}: his public one */
    String calling(Occasion occasion, String name, String id, String site) {
        String who = name == null || name.isBlank() ? words.nameless(id) : Sentences.cut(name.strip());
        String title =
                switch (occasion.what()) {
                    case WAITS, GIVEN -> words.say("push.new", who);
                    case MESSAGE -> who;
                    case WOKEN -> words.say("push.woken", who);
                    case MENTION -> words.say("push.mention", who);
                };
        String where = Sentences.cut(site);
        String body = occasion.what() == Occasion.What.MESSAGE ? words.say("push.message") + " · " + where : where;
        return text(title, body, occasion.conversation().publicId());
    }

    String trying() {
        return text(words.say("push.test"), "Deskbell", "");
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
}
