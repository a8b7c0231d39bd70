package org.deskbell.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deskbell.site.Holiday;
import org.deskbell.site.Hours;
import org.deskbell.site.HoursCheck;
import org.deskbell.site.HoursDraft;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.Span;

/** When somebody is at the desk of a site: its time zone, its week, its holidays, and what visitors read outside them. */
@Named
@ViewScoped
public class HoursPage extends SiteEditor {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Clock clock;

    private boolean always;
    private String zone;
    private String message;
    private int made;
    private final Map<String, String> week = new LinkedHashMap<>();
    private final List<HolidayLine> holidays = new ArrayList<>();

    @Override
    void show(Site kept) {
        Hours now = kept.hours();
        boolean fresh = now.equals(Hours.ALWAYS);
        always = now.always();
        zone = fresh ? usualZone() : now.zone().getId();
        message = now.message();
        for (DayOfWeek day : DayOfWeek.values()) {
            String open = Span.write(now.week().getOrDefault(day, List.of()));
            week.put(HoursCheck.word(day), fresh && day.getValue() <= 5 ? "09:00–17:00" : open);
        }
        for (Holiday each : now.holidays()) holidays.add(new HolidayLine(freshId(), each));
    }

    private static String usualZone() {
        String own = ZoneId.systemDefault().getId();
        return HoursCheck.zones().contains(own) ? own : "UTC";
    }

    private String freshId() {
        made++;
        return "h" + made;
    }

    public void add() {
        HolidayLine line = new HolidayLine(freshId());
        holidays.add(line);
        moved(line.getId());
    }

    public void remove(String id) {
        holidays.removeIf(line -> line.getId().equals(id));
        moved("add");
    }

    /** Monday's hours until Friday. */
    public void copy() {
        String monday = week.get("monday");
        for (String day : List.of("tuesday", "wednesday", "thursday", "friday")) week.put(day, monday);
        moved("copy");
    }

    @Override
    List<Problem> wrong() {
        return HoursCheck.problems(draft());
    }

    @Override
    String keep() {
        sites().open(getSite().id(), version(), draft());
        return "/console/hours?site=" + getSite().key() + "&done=saved";
    }

    private HoursDraft draft() {
        Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, text) -> days.put(HoursCheck.day(day), text == null ? "" : text));
        return new HoursDraft(
                always, zone, days, holidays.stream().map(HolidayLine::draft).toList(), message);
    }

    /** How it stands now, by what is kept, as a sentence. */
    public String getNow() {
        Hours kept = getSite().hours();
        Instant now = clock.instant();
        if (kept.always()) return Words.say("hours.now.always");
        if (kept.open(now)) return Words.say("hours.now.open");
        return kept.opens(now)
                .map(opens -> Words.say("hours.now.shut", shown(opens, kept.zone())))
                .orElseGet(() -> Words.say("hours.now.never"));
    }

    private static String shown(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale())
                .format(instant.atZone(zone));
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** The weekdays as the keys of {@link #getWeek}. */
    public List<String> getDays() {
        return Arrays.stream(DayOfWeek.values()).map(HoursCheck::word).toList();
    }

    public String dayName(String day) {
        return HoursCheck.day(day).getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    public List<String> getZones() {
        return HoursCheck.zones();
    }

    public Map<String, String> getWeek() {
        return week;
    }

    public List<HolidayLine> getHolidays() {
        return holidays;
    }

    public boolean isFull() {
        return holidays.size() >= HoursCheck.HOLIDAYS;
    }

    public boolean isAlways() {
        return always;
    }

    public void setAlways(boolean always) {
        this.always = always;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}
