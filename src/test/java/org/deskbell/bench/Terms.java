package org.deskbell.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What was asked for on the command line, by properties that begin with {@code bench.}. */
final class Terms {
    private static final List<String> ON_POSTGRESQL = List.of("neighbours", "nodes", "history");
    static final List<String> PARTS = List.of(
            "throughput", "latency", "connections", "assistance", "list", "routing", "neighbours", "nodes", "history");

    static final int PAIRS = number("pairs", 50);
    static final int MANY_PAIRS = number("manyPairs", 500);
    static final int PER_AGENT = number("pairsPerAgent", 10);
    static final int CONNECTIONS = number("connections", 5_000);
    static final int WARM_UP = number("warmUp", 15);
    /** The first load lasts longer: on two cores the compiler takes over a minute until it has seen all of a server. */
    static final int FIRST_WARM_UP = number("firstWarmUp", 90);

    static final int SECONDS = number("seconds", 20);
    static final int ROUNDS = number("rounds", 5);
    /** Messages a second where the load is given, by the parts about nodes and neighbours. */
    static final int RATE = number("rate", 1_000);

    static final int CONVERSATIONS = number("conversations", 1_000_000);
    static final String HEAP = System.getProperty("bench.heap", "1g");
    static final String SERVER = System.getProperty("server", "embedded");
    static final boolean POSTGRESQL =
            word("store", "h2", Set.of("h2", "postgresql")).equals("postgresql");

    private Terms() {}

    private static int number(String name, int otherwise) {
        return Integer.getInteger("bench." + name, otherwise);
    }

    private static String word(String name, String otherwise, Set<String> known) {
        String word = System.getProperty("bench." + name, otherwise);
        if (!known.contains(word)) throw new IllegalArgumentException("-Dbench." + name + "= takes one of " + known);
        return word;
    }

    /** The parts to run, in their order. */
    static List<String> parts() {
        List<String> wanted = list("what", "throughput,latency,connections");
        if (wanted.contains("all")) wanted = PARTS;
        if (!PARTS.containsAll(wanted))
            throw new IllegalArgumentException("-Dbench.what= takes all or some of " + PARTS);
        if (!POSTGRESQL && wanted.stream().anyMatch(ON_POSTGRESQL::contains)) {
            throw new IllegalArgumentException(ON_POSTGRESQL + " need -Dbench.store=postgresql");
        }
        return PARTS.stream().filter(wanted::contains).toList();
    }

    /** How many microseconds longer each fsync lasts: one PostgreSQL after the other. */
    static List<Integer> fsyncs() {
        return list("fsync", "0").stream().map(Integer::valueOf).toList();
    }

    /** How many wait, one measurement after the other. */
    static List<Integer> waiting() {
        return list("waiting", "100,10000").stream().map(Integer::valueOf).toList();
    }

    private static List<String> list(String name, String otherwise) {
        return Stream.of(System.getProperty("bench." + name, otherwise).split(","))
                .map(String::strip)
                .toList();
    }

    static boolean stock() {
        return !SERVER.equals("embedded");
    }
}
