package org.deskbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The plans PostgreSQL really used for what the server asked, as its auto_explain writes them into its log. */
final class QueryPlans {
    /** What PostgreSQL is to be started with; each line of its log begins with the database. */
    static final List<String> SETTINGS = List.of("shared_preload_libraries=auto_explain", "log_line_prefix=%d ");

    private static final Path FILE = Path.of("target/bench-plans.txt");
    private static final Pattern WHOLE_TABLE =
            Pattern.compile("Seq Scan on (entry|conversation|visitor|visitor_token)\\b");

    private final DurablePostgres store;
    private final String database;

    /** Those of this database alone: a small one is rightly read from end to end. */
    QueryPlans(DurablePostgres store, String database) {
        this.store = store;
        this.database = database;
    }

    /** From now on, for all connections. */
    void watch() {
        store.configure("alter system set auto_explain.log_min_duration = 0", "select pg_reload_conf()");
        store.log();
    }

    /** Each statement that was read row by row from one of the large tables, in a line; all plans are in target/bench-plans.txt. */
    List<String> wholeTables() {
        store.configure("alter system reset auto_explain.log_min_duration", "select pg_reload_conf()");
        Map<String, String> plans = plans(store.log());
        try {
            Files.writeString(FILE, String.join("\n", plans.values()));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        return plans.entrySet().stream()
                .filter(each -> WHOLE_TABLE.matcher(each.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> plans(List<String> log) {
        Map<String, String> plans = new LinkedHashMap<>();
        List<String> plan = new ArrayList<>();
        boolean ours = false;
        for (String line : log) {
            if (line.startsWith("\t")) {
                if (ours) plan.add(line.strip().startsWith("Query Text:") ? line.strip() : line.substring(1));
                continue;
            }
            keep(plans, plan);
            plan.clear();
            ours = line.startsWith(database + " ");
        }
        keep(plans, plan);
        return plans;
    }

    private static void keep(Map<String, String> plans, List<String> plan) {
        if (plan.isEmpty() || !plan.get(0).startsWith("Query Text:")) return;
        String text = String.join("\n", plan) + "\n";
        // The same statement may have several plans: one that reads a whole table is not to be lost.
        plans.merge(plan.get(0), text, (one, other) -> WHOLE_TABLE.matcher(one).find() ? one : other);
    }
}
