package org.deskbell.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a transcript says besides what was said: the chat's own words, and times as its reader writes them. */
final class TranscriptWords {
    /** The languages of the chat's window. */
    static final List<String> LANGUAGES =
            List.of("en", "zh", "fr", "de", "es", "pt", "it", "ja", "ko", "ar", "he", "ru", "tr", "pl", "nl");

    private final String language;
    private final Map<String, String> words = new HashMap<>();
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final ZoneId zone;

    /** @param texts dictionaries of this language, as JSON; what is no plain text in them is left out */
    TranscriptWords(String language, ZoneId zone, String... texts) {
        this.language = language;
        this.zone = zone;
        for (String text : texts) read(text);
        Locale locale = Locale.forLanguageTag(language);
        time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
    }

    /** A language there is; English for any other. */
    static String languageOf(String wanted) {
        return wanted != null && LANGUAGES.contains(wanted) ? wanted : "en";
    }

    /** UTC where there is no such zone. */
    static ZoneId zoneOf(String wanted) {
        try {
            return wanted == null ? ZoneOffset.UTC : ZoneId.of(wanted);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private void read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject all = reader.readObject();
            all.forEach((key, value) -> {
                if (value instanceof JsonString word) words.put(key, word.getString());
            });
        }
    }

    String language() {
        return language;
    }

    String direction() {
        return language.equals("ar") || language.equals("he") ? "rtl" : "ltr";
    }

    String say(String key) {
        return words.getOrDefault(key, key);
    }

    String say(String key, String name) {
        return say(key).replace("{name}", name);
    }

    String time(Instant at) {
        return time.format(at);
    }

    String date(Instant at) {
        return date.format(at);
    }

    String zone() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
