package org.deskbell.console;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deskbell.settings.Refused;
import org.deskbell.site.Holiday;
import org.deskbell.site.Hours;
import org.deskbell.site.HoursCheck;
import org.deskbell.site.HoursDraft;
import org.deskbell.site.Problem;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.site.Span;

/** When somebody is at the desk of a site: its time zone, its week, its holidays, and what visitors read outside them. */
@Named
@ViewScoped
public class HoursPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Here here;

    @Inject
    private transient Clock clock;

    private String key;
    private Site site;
    private int version;
    private boolean overtaken;
    private boolean unsaved;
    private String focus = "";
    private boolean always;
    private String zone;
    private String message;
    private int made;
    private final Map<String, String> week = new LinkedHashMap<>();
    private final List<HolidayLine> holidays = new ArrayList<>();
    private final Map<String, String> problems = new HashMap<>();

    public void load() throws IOException {
        site = sites.byKey(key).orElse(null);
        if (site == null) {
            here.missing();
            return;
        }
        version = site.version();
        Hours now = site.hours();
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

    private void moved(String next) {
        unsaved = true;
        focus = next;
        problems.clear();
    }

    public void save() throws IOException {
        problems.clear();
        focus = "";
        overtaken = false;
        HoursDraft wanted = draft();
        for (Problem problem : HoursCheck.problems(wanted)) {
            problems.put(problem.field(), Refusals.sentence(problem.reason(), problem.detail()));
        }
        if (!problems.isEmpty()) return;
        try {
            sites.open(site.id(), version, wanted);
            here.go("/console/hours?site=" + site.key() + "&done=saved");
        } catch (Refused refused) {
            overtaken = refused.reason().equals("changed");
            if (!overtaken) problems.put("page", Refusals.sentence(refused));
        }
    }

    /** Somebody else was quicker, and this agent has decided for his own version. */
    public void saveAnyway() throws IOException {
        version = sites.byId(site.id()).version();
        save();
    }

    private HoursDraft draft() {
        Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
        week.forEach(
                (day, text) -> days.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), text == null ? "" : text));
        return new HoursDraft(
                always, zone, days, holidays.stream().map(HolidayLine::draft).toList(), message);
    }

    /** How it stands now, by what is kept, as a sentence. */
    public String getNow() {
        Hours kept = site.hours();
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
        return DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)).getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    public List<String> getZones() {
        return HoursCheck.zones();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Site getSite() {
        return site;
    }

    public boolean isOvertaken() {
        return overtaken;
    }

    /** Something was added, copied or taken away since the page was opened. */
    public boolean isUnsaved() {
        return unsaved;
    }

    /** Where one goes on after the page was drawn anew: a button's id or a holiday's. */
    public String getFocus() {
        return focus;
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

    public Map<String, String> getProblems() {
        return problems;
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
