package org.deskbell.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints, for services of several sizes, what they ask of PostgreSQL and of Redis: {@code mvn -Pscale}. */
public final class Scale {
    /** One line of the table. */
    private record Figure(String name, Count count) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure("transactions of the writers", Count.TRANSACTIONS),
            new Figure("rows of the log", Count.ENTRIES),
            new Figure("rows of news written", Count.NEWS),
            new Figure("reads of news", Count.POLLS),
            new Figure("rows of news read", Count.NEWS_READ),
            new Figure("reads of changed conversations", Count.HEARD_READS),
            new Figure("conversations read", Count.HEARD_ROWS),
            new Figure("reads of what is new in them", Count.NEAR_READS),
            new Figure("log reads by screens", Count.LOG_READS),
            new Figure("rows found by looking around", Count.LOOK_ROWS),
            new Figure("ticks of the lists that tell", Count.LIST_TICKS),
            new Figure("conversations counted for them", Count.COUNTED_ROWS),
            new Figure("rows of the roll of agents", Count.ROLL_ROWS),
            new Figure("words published", Count.WORDS),
            new Figure("words delivered", Count.DELIVERED),
            new Figure("bytes delivered", Count.BYTES),
            new Figure("words lost", Count.LOST));

    private Scale() {}

    public static void main(String[] arguments) {
        List<Scenario> all = new ArrayList<>();
        all.add(Scenario.of(1));
        for (int nodes : new int[] {2, 10, 100}) {
            all.add(Scenario.of(nodes).withRedis(false));
            all.add(Scenario.of(nodes));
        }
        all.add(Scenario.of(100).withConsolesOn(4));
        all.add(Scenario.of(100).withListsBySite());
        List<Tally> tallies = all.stream().map(Simulation::run).toList();
        StringBuilder head = new StringBuilder("| a second, all nodes |");
        for (Scenario each : all) head.append(' ').append(name(each)).append(" |");
        System.out.println(head);
        System.out.println("| --- |" + " ---: |".repeat(all.size()));
        line("statements", all, tallies.stream().map(Tally::statements).toList());
        for (Figure figure : FIGURES) {
            line(
                    figure.name,
                    all,
                    tallies.stream().map(each -> each.total(figure.count)).toList());
        }
        for (Count each : new Count[] {Count.HEARD_ROWS, Count.NEWS_READ, Count.DELIVERED}) {
            line(
                    "busiest node: " + each,
                    all,
                    tallies.stream().map(tally -> tally.most(each)).toList());
        }
    }

    private static String name(Scenario scenario) {
        if (scenario.size().nodes() == 1) return "1";
        return scenario.size().nodes()
                + (scenario.redis() ? ", Redis" : "")
                + (scenario.size().consoleNodes() < scenario.size().nodes()
                        ? ", consoles on " + scenario.size().consoleNodes()
                        : "")
                + (scenario.bySite() ? ", lists by site" : "");
    }

    private static void line(String name, List<Scenario> scenarios, List<Long> counts) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (int i = 0; i < counts.size(); i++) {
            double perSecond = (double) counts.get(i) / scenarios.get(i).seconds();
            line.append(String.format(Locale.ROOT, perSecond < 10 ? " %,.1f |" : " %,.0f |", perSecond));
        }
        System.out.println(line);
    }
}
