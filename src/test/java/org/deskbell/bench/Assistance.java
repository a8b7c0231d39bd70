package org.deskbell.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deskbell.browser.SharedPage;
import org.deskbell.support.ServerUnderTest;

/** What it costs a visitor and an agent to look at a page of 10,000 elements together, in real browsers. */
final class Assistance {
    private static final int ELEMENTS = 10_000;
    private static final int CHANGES = 200;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 10;
    private static final String WATCHED = "an agent looks";
    private static final String ALONE = "nobody looks";

    private Assistance() {}

    static void measure(Sheet sheet) {
        try (ServerUnderTest server = ServerUnderTest.start(BesideBare.settings())) {
            List<Double> starts = new ArrayList<>();
            List<Double> late = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            List<Double> watched = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                try (SharedPage page = SharedPage.of(server.address(), ELEMENTS)) {
                    double start = page.start(ELEMENTS);
                    // The first one compiles.
                    if (round == 0) continue;
                    starts.add(start);
                    late.addAll(page.changes(CHANGES));
                    watched.add(page.frames(SECONDS));
                    page.watch(false);
                    alone.add(page.frames(SECONDS));
                }
            }
            report(sheet, starts, late, alone, watched);
        }
    }

    private static void report(
            Sheet sheet, List<Double> starts, List<Double> late, List<Double> alone, List<Double> watched) {
        sheet.base(ALONE);
        sheet.add(ALONE, "frames of the visitor's page", "1/s", Medians.of(alone) / SECONDS);
        sheet.add(WATCHED, "frames of the visitor's page", "1/s", Medians.of(watched) / SECONDS);
        sheet.add(WATCHED, "from the yes to the whole page, " + ELEMENTS + " elements", "ms", Medians.of(starts));
        sheet.add(WATCHED, "a change reaches the agent: p50", "ms", percentile(late, 50));
        sheet.add(WATCHED, "a change reaches the agent: p95", "ms", percentile(late, 95));
        sheet.bar("seconds from the yes to the whole page", Medians.of(starts) / 1000, false, 2);
        sheet.bar("milliseconds until a change is seen, p95", percentile(late, 95), false, 150);
        sheet.bar("frames beside those while nobody looks", Medians.of(watched) / Medians.of(alone), true, 0.95);
    }

    private static double percentile(List<Double> of, int percent) {
        List<Double> sorted = new ArrayList<>(of);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
