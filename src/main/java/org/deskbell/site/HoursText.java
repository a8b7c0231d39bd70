package org.deskbell.site;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hours as the store keeps them, and back; null for those of a new site. */
final class HoursText {
    private HoursText() {}

    static String write(Hours hours) {
        if (hours.equals(Hours.ALWAYS)) return null;
        JsonObjectBuilder week = Json.createObjectBuilder();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> open = hours.week().getOrDefault(day, List.of());
            if (!open.isEmpty()) week.add(HoursCheck.word(day), Span.write(open));
        }
        JsonArrayBuilder holidays = Json.createArrayBuilder();
        for (Holiday each : hours.holidays()) {
            holidays.add(Json.createObjectBuilder()
                    .add("date", each.date().toString())
                    .add("name", each.name())
                    .add("open", Span.write(each.open())));
        }
        return Json.createObjectBuilder()
                .add("always", hours.always())
                .add("zone", hours.zone().getId())
                .add("week", week)
                .add("holidays", holidays)
                .add("message", hours.message())
                .build()
                .toString();
    }

    static Hours read(String text) {
        if (text == null) return Hours.ALWAYS;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject all = reader.readObject();
            Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
            all.getJsonObject("week")
                    .forEach((day, open) -> week.put(HoursCheck.day(day), Span.read(((JsonString) open).getString())));
            return new Hours(
                    all.getBoolean("always"),
                    ZoneId.of(all.getString("zone")),
                    week,
                    all.getJsonArray("holidays").getValuesAs(JsonObject.class).stream()
                            .map(HoursText::holiday)
                            .toList(),
                    all.getString("message"));
        }
    }

    private static Holiday holiday(JsonObject each) {
        return new Holiday(
                LocalDate.parse(each.getString("date")), each.getString("name"), Span.read(each.getString("open")));
    }
}
