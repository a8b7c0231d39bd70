package org.deskbell.rest;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.deskbell.mail.Draft;
import org.deskbell.settings.Sentences;

/** What a mail about something unread says: who and where and for how long, and never what was written. Pure, but for reading the words of its language. */
final class UnreadWords {
    private final TranscriptWords look;
    private final Sentences words;

    UnreadWords(String language) {
        look = new TranscriptWords(language, ZoneOffset.UTC);
        words = new Sentences(Locale.forLanguageTag(language));
    }

    /** @param name the visitor's, or null; {@code id}: his public one, which is shown as the console does */
    String who(String name, String id) {
        return PlainName.of(name).orElseGet(() -> words.nameless(id));
    }

    Draft draft(String who, String site, Duration waited, String link) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        Sheet sheet = new TwoSheets(new TextSheet(text, look), new PageSheet(page, look));
        String title = words.say("mail.unread.title", Sentences.cut(site));
        sheet.begin(title, words.say("mail.unread.waited", waited(waited)));
        sheet.remark(words.say("mail.unread.who", who));
        sheet.link(words.say("mail.unread.open"), link);
        sheet.remark(words.say("mail.unread.why", Sentences.cut(site)));
        sheet.end();
        return new Draft("Deskbell", title, look.language(), text.toString(), page.toString());
    }

    String waited(Duration waited) {
        long minutes = Math.max(1, waited.toMinutes());
        String rest = words.say("mail.unread.minutes", Long.toString(minutes % 60));
        return minutes < 60 ? rest : words.say("mail.unread.hours", Long.toString(minutes / 60)) + " " + rest;
    }
}
