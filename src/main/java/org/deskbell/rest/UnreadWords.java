package org.deskbell.rest;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.deskbell.mail.Draft;

/** What a mail about something unread says: who and where and for how long, and never what was written. Pure, but for reading the words of its language. */
final class UnreadWords {
    private static final int LONGEST = 80;
    private static final int SHOWN_OF_ID = 4;

    /** What a mail program makes a link of: a visitor calls himself whatever he likes. */
    private static final Pattern LINK = Pattern.compile("[:/@\\\\]|[^.\\s]\\.[^.\\s]{2}");

    private final TranscriptWords look;
    private final ResourceBundle words;

    UnreadWords(String language) {
        look = new TranscriptWords(language, ZoneOffset.UTC);
        words = ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
    }

    /** @param name the visitor's, or null; {@code id}: his public one, which is shown as the console does */
    String who(String name, String id) {
        String plain = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                        .strip();
        if (!plain.isEmpty() && !LINK.matcher(plain).find()) return cut(plain);
        String signs = id.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return fill("push.visitor", signs.substring(Math.max(0, signs.length() - SHOWN_OF_ID)));
    }

    Draft draft(String who, String site, Duration waited, String link) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        Sheet sheet = new TwoSheets(new TextSheet(text, look), new PageSheet(page, look));
        String title = fill("mail.unread.title", cut(site));
        sheet.begin(title, fill("mail.unread.waited", waited(waited)));
        sheet.remark(fill("mail.unread.who", who));
        sheet.link(words.getString("mail.unread.open"), link);
        sheet.remark(fill("mail.unread.why", cut(site)));
        sheet.end();
        return new Draft("Deskbell", title, look.language(), text.toString(), page.toString());
    }

    String waited(Duration waited) {
        long minutes = Math.max(1, waited.toMinutes());
        String rest = fill("mail.unread.minutes", Long.toString(minutes % 60));
        return minutes < 60 ? rest : fill("mail.unread.hours", Long.toString(minutes / 60)) + " " + rest;
    }

    private String fill(String key, String value) {
        return words.getString(key).replace("{0}", value);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
