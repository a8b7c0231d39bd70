package org.deskbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What daily work costs where a million conversations are kept, beside a server whose database has none but those that are open: in turns,
 * so that what disturbs the machine disturbs both, and medians of the rounds.
 */
final class History {
    private static final int SECONDS = Integer.getInteger("bench.askSeconds", 3);
    private static final double BAR = 1.2;

    /** A quarter of a machine of 8 GB, as PostgreSQL's documentation advises; its default is 128 MB. */
    private static final String BUFFERS = "shared_buffers=2GB";

    private static final String LARGE = "large";

    private final Sheet sheet;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, Map<Grown, List<Histogram>>> seen = new LinkedHashMap<>();

    private interface Work {
        Histogram of(Grown grown, int seconds);
    }

    private History(Sheet sheet) {
        this.sheet = sheet;
        works.put("20 visitors post, one after another each", Grown::post);
        works.put("an agent opens a conversation", Grown::open);
        works.put("he pages back in a long one", Grown::pageBack);
        for (String box : List.of("mine", "unassigned", "all", "closed")) {
            works.put("the list \"" + box + "\"", (grown, seconds) -> grown.list(box, false, seconds));
            works.put("the list \"" + box + "\", from anywhere", (grown, seconds) -> grown.list(box, true, seconds));
        }
        works.put("a console begins", Grown::consoleBegins);
        works.put("a visitor comes again", Grown::visitorComesAgain);
        works.put("a new visitor comes", Grown::newVisitor);
    }

    static void measure(Sheet sheet) {
        new History(sheet).measure();
    }

    private void measure() {
        int few = HistoryFill.OPEN + 100;
        List<String> settings = new ArrayList<>(QueryPlans.SETTINGS);
        settings.add(BUFFERS);
        try (DurablePostgres store = new DurablePostgres(0, settings.toArray(String[]::new));
                Grown small = new Grown(store.database("small"), few);
                Grown large = filled(store);
                Fleet fleet = new Fleet()) {
            small.connect(fleet);
            large.connect(fleet);
            round(small, large, Math.max(SECONDS, Terms.FIRST_WARM_UP / works.size()));
            seen.clear();
            long before = large.wholeTableReads();
            for (int round = 0; round < Terms.ROUNDS; round++) {
                round(round % 2 == 0 ? small : large, round % 2 == 0 ? large : small, SECONDS);
            }
            fleet.rest(Duration.ofSeconds(2));
            report(small, large);
            sheet.note("reads of a whole large table while it was measured: " + (large.wholeTableReads() - before));
            plans(store, large);
        }
    }

    private Grown filled(DurablePostgres store) {
        long start = System.nanoTime();
        Grown large = new Grown(store.database(LARGE), Terms.CONVERSATIONS);
        sheet.note(String.format(
                Locale.ROOT,
                "filled with %,d conversations and %,d entries in %.0f s",
                large.count("conversation"),
                large.count("entry"),
                (System.nanoTime() - start) / 1e9));
        return large;
    }

    private void round(Grown one, Grown other, int seconds) {
        works.forEach((name, work) -> {
            for (Grown each : List.of(one, other)) {
                seen.computeIfAbsent(name, any -> new LinkedHashMap<>())
                        .computeIfAbsent(each, any -> new ArrayList<>())
                        .add(work.of(each, seconds));
            }
        });
    }

    private void report(Grown small, Grown large) {
        String empty = "open ones only";
        String full = String.format(Locale.ROOT, "%,d conversations", Terms.CONVERSATIONS);
        for (String name : works.keySet()) {
            for (Grown each : List.of(small, large)) {
                List<Histogram> rounds = seen.get(name).get(each);
                String column = each == small ? empty : full;
                sheet.add(column, name + ": mean", "ms", median(rounds, -1));
                sheet.add(column, name + ": p99", "ms", median(rounds, 99));
            }
            sheet.bar(name, sheet.ratio(name + ": mean", full, empty), false, BAR);
        }
    }

    private static double median(List<Histogram> rounds, double percentile) {
        return Medians.of(rounds.stream()
                .map(each -> (percentile < 0 ? each.getMean() : each.getValueAtPercentile(percentile)) / 1e6)
                .toList());
    }

    private void plans(DurablePostgres store, Grown large) {
        QueryPlans plans = new QueryPlans(store, LARGE);
        plans.watch();
        works.values().forEach(work -> work.of(large, 1));
        List<String> bad = plans.wholeTables();
        sheet.note("statements whose plan reads a whole large table: "
                + (bad.isEmpty() ? "none" : String.join("; ", bad)));
    }
}
