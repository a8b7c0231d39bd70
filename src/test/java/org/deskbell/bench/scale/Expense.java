package org.deskbell.bench.scale;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.deskbell.bench.Burnt;
import org.deskbell.support.Await;

/** Measures what a message costs on one and two real nodes: CPU time of the nodes, of PostgreSQL and of Redis. */
public final class Expense {
    private static final int CONVERSATIONS = 40;
    private static final int PER_SECOND = Integer.getInteger("scale.rate", 200);
    private static final int WARM_UP = Integer.getInteger("scale.warmUp", 90);
    private static final int SECONDS = Integer.getInteger("scale.seconds", 60);

    private Expense() {}

    public static void main(String[] arguments) {
        try (RealNodes one = new RealNodes(1, CONVERSATIONS)) {
            one.play(Script.even(CONVERSATIONS, PER_SECOND, WARM_UP), WARM_UP);
            measure("one node", one);
        }
        try (RealNodes two = new RealNodes(2, CONVERSATIONS)) {
            two.play(Script.even(CONVERSATIONS, PER_SECOND, WARM_UP), WARM_UP);
            measure("two nodes, with Redis", two);
            two.redis.stop();
            Await.until("both nodes have noticed", Duration.ofSeconds(20), two::byStore);
            measure("two nodes, without Redis", two);
            two.redis.start();
        }
    }

    private static void measure(String what, RealNodes real) {
        List<Supplier<Duration>> meters = new ArrayList<>();
        real.nodes.forEach(node -> meters.add(node::cpu));
        ProcessHandle database = real.database.process();
        meters.add(() -> Burnt.by(database));
        List<ProcessHandle> redis = ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("redis"))
                .toList();
        meters.add(() -> redis.stream().map(Burnt::by).reduce(Duration.ZERO, Duration::plus));
        List<Duration> before = meters.stream().map(Supplier::get).toList();
        Script script = Script.even(CONVERSATIONS, PER_SECOND, SECONDS);
        real.play(script, SECONDS);
        StringBuilder line = new StringBuilder(what + ", CPU ms for each message:");
        for (int i = 0; i < before.size(); i++) {
            Duration burnt = meters.get(i).get().minus(before.get(i));
            line.append(String.format(
                    Locale.ROOT,
                    " %.3f",
                    (double) burnt.toMillis() / script.lines().size()));
        }
        real.settle();
        before = meters.stream().map(Supplier::get).toList();
        real.play(new Script(List.of()), SECONDS);
        line.append("; at rest, ms a second:");
        for (int i = 0; i < before.size(); i++) {
            Duration burnt = meters.get(i).get().minus(before.get(i));
            line.append(String.format(Locale.ROOT, " %.1f", (double) burnt.toMillis() / SECONDS));
        }
        System.out.println(line + " (nodes, PostgreSQL, Redis)");
    }
}
