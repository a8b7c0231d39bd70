package org.deskbell.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** A table of figures: measurements by columns, where every column after the first shows its ratio to the first one. */
final class Sheet {
    private record Line(String unit, Map<String, Double> values) {}

    private final String title;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    Sheet(String title) {
        this.title = title;
    }

    /** The column the others are compared with, whenever its figures come. */
    void base(String column) {
        columns.add(column);
    }

    void add(String column, String name, String unit, double value) {
        columns.add(column);
        lines.computeIfAbsent(name, any -> new Line(unit, new LinkedHashMap<>()))
                .values
                .put(column, value);
        System.out.printf(Locale.ROOT, "  %-62s %-28s %12.2f %s%n", name, column, value, unit);
    }

    /** Percentiles in milliseconds. */
    void percentiles(String column, String name, Histogram of, double... percentiles) {
        for (double percentile : percentiles) {
            String digits = percentile % 1 == 0 ? String.valueOf((int) percentile) : String.valueOf(percentile);
            add(column, name + " p" + digits, "ms", of.getValueAtPercentile(percentile) / 1e6);
        }
    }

    double value(String column, String name) {
        return lines.get(name).values.get(column);
    }

    /** Holds a ratio to what was promised of it. */
    void bar(String what, double ratio, boolean atLeast, double limit) {
        boolean reached = atLeast ? ratio >= limit : ratio <= limit;
        note(String.format(
                Locale.ROOT,
                "%s: %.2f, bar %s %.2f: %s",
                what,
                ratio,
                atLeast ? "≥" : "≤",
                limit,
                reached ? "reached" : "**missed**"));
    }

    /** The ratio of two columns of a measurement. */
    double ratio(String name, String column, String to) {
        return value(column, name) / value(to, name);
    }

    void note(String sentence) {
        notes.add(sentence);
        System.out.println("  " + sentence);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n| measurement | unit |");
        StringBuilder rule = new StringBuilder("| --- | --- |");
        String base = columns.isEmpty() ? null : columns.iterator().next();
        for (String column : columns) {
            text.append(' ').append(column).append(column.equals(base) ? " |" : " | ratio |");
            rule.append(column.equals(base) ? " ---: |" : " ---: | ---: |");
        }
        text.append('\n').append(rule).append('\n');
        lines.forEach((name, line) -> line(text, name, line, base));
        if (!notes.isEmpty()) text.append('\n');
        for (String note : notes) text.append("- ").append(note).append('\n');
        return text.append('\n').toString();
    }

    private void line(StringBuilder text, String name, Line line, String base) {
        text.append("| ").append(name).append(" | ").append(line.unit).append(" |");
        Double first = line.values.get(base);
        for (String column : columns) {
            Double value = line.values.get(column);
            text.append(' ').append(value == null ? "" : figure(value)).append(" |");
            if (column.equals(base)) continue;
            boolean none = value == null || first == null || first == 0;
            text.append(' ')
                    .append(none ? "" : String.format(Locale.ROOT, "%.2f", value / first))
                    .append(" |");
        }
        text.append('\n');
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
