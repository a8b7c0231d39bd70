package org.deskbell.site;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deskbell.settings.Refused;

/** A part of one day, in minutes from its start: from the first one until before the second one, which is at most 24:00. */
public record Span(int from, int until) implements Serializable {
    /** Spans of one day. */
    public static final int MOST = 4;

    private static final int DAY = 24 * 60;
    private static final String TIME = "(\\d{1,2})(?:[:.h](\\d{2}))?";
    private static final Pattern WHOLE = Pattern.compile(TIME + "\\s*[-–—−~]\\s*" + TIME);

    boolean contains(int minute) {
        return from <= minute && minute < until;
    }

    /**
     * Those of a day as somebody writes them: {@code 9-12:30, 13:30-18}; none for nothing. In the order of the day. Refuses {@code bad-hours},
     * {@code backward-hours} (it ends before it begins), {@code overlapping-hours} or {@code many-hours}.
     */
    public static List<Span> read(String text) {
        List<Span> spans = new ArrayList<>();
        for (String piece : (text == null ? "" : text).split("[,;，、؛،\\n]")) {
            if (!piece.isBlank()) spans.add(one(piece.strip()));
        }
        spans.sort((a, b) -> Integer.compare(a.from, b.from));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from < spans.get(i - 1).until) throw new Refused("overlapping-hours");
        }
        if (spans.size() > MOST) throw new Refused("many-hours");
        return List.copyOf(spans);
    }

    private static Span one(String piece) {
        Matcher times = WHOLE.matcher(piece);
        if (!times.matches()) throw new Refused("bad-hours");
        Span span = new Span(minute(times.group(1), times.group(2)), minute(times.group(3), times.group(4)));
        if (span.until <= span.from) throw new Refused("backward-hours");
        return span;
    }

    private static int minute(String hour, String rest) {
        int minutes = rest == null ? 0 : Integer.parseInt(rest);
        int all = Integer.parseInt(hour) * 60 + minutes;
        if (minutes > 59 || all > DAY) throw new Refused("bad-hours");
        return all;
    }

    /** As {@link #read} reads it. */
    public static String write(List<Span> spans) {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return clock(from) + "–" + clock(until);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
