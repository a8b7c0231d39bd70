package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the simulation says beside what PostgreSQL and Redis counted, and how far they may differ. */
record Comparison(List<Row> rows) {

    /** @param tolerance in parts of what was counted; small numbers may differ by five besides */
    record Row(Count what, long simulated, long counted, double tolerance) {
        boolean agrees() {
            return Math.abs(simulated - counted) <= tolerance * counted + 5;
        }

        private String line() {
            double percent = counted == 0 ? 0 : 100.0 * (simulated - counted) / counted;
            return String.format(
                    Locale.ROOT,
                    "| %-13s | %6d | %6d | %+5.0f %% | ± %.0f %% %s",
                    what,
                    simulated,
                    counted,
                    percent,
                    100 * tolerance,
                    agrees() ? "|" : "| DIFFERS");
        }
    }

    /** What follows from each message alone has to be met closely; what depends on who was quicker, less so. */
    private static final Map<Count, Double> TOLERANCES = Map.ofEntries(
            Map.entry(Count.TRANSACTIONS, 0.05),
            Map.entry(Count.REF_LOOKUPS, 0.05),
            Map.entry(Count.ENTRIES, 0.01),
            Map.entry(Count.UPDATES, 0.05),
            Map.entry(Count.NEWS, 0.05),
            Map.entry(Count.POLLS, 0.15),
            Map.entry(Count.BEATS, 0.15),
            Map.entry(Count.NODE_LOOKUPS, 0.15),
            Map.entry(Count.ROLL_READS, 0.1),
            Map.entry(Count.LOOKS, 0.1),
            Map.entry(Count.HEARD_READS, 0.25),
            Map.entry(Count.HEARD_ROWS, 0.15),
            Map.entry(Count.NEAR_READS, 0.25),
            Map.entry(Count.LOG_READS, 0.25),
            Map.entry(Count.LIST_TICKS, 0.15),
            Map.entry(Count.WORDS, 0.05),
            Map.entry(Count.DELIVERED, 0.05));

    static Comparison of(Tally simulated, Map<Count, Long> counted) {
        List<Row> rows = new ArrayList<>();
        for (Count each : Count.values()) {
            if (!TOLERANCES.containsKey(each)) continue;
            rows.add(new Row(each, simulated.total(each), counted.getOrDefault(each, 0L), TOLERANCES.get(each)));
        }
        return new Comparison(rows);
    }

    boolean agrees() {
        return rows.stream().allMatch(Row::agrees);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| | simulated | counted | | allowed |\n");
        for (Row row : rows) table.append(row.line()).append('\n');
        return table.toString();
    }
}
