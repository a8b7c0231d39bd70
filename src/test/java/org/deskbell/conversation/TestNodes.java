package org.deskbell.conversation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Writers of the log on one store, at the same time, as on as many nodes. */
final class TestNodes {
    static final int BATCH = 64;

    private TestNodes() {}

    /** Returns when all is written. @param work for each node what it is asked, in this order @param told whatever is committed */
    static void run(DataSource source, Consumer<Happened> told, List<? extends List<Change>> work) {
        CompletableFuture.allOf(work.stream()
                        .map(changes -> node(source, told, changes))
                        .map(node -> {
                            CompletableFuture<Void> done = new CompletableFuture<>();
                            new Thread(() -> {
                                        try {
                                            node.run();
                                            done.complete(null);
                                        } catch (RuntimeException | Error bug) {
                                            done.completeExceptionally(bug);
                                        }
                                    })
                                    .start();
                            return done;
                        })
                        .toArray(CompletableFuture[]::new))
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }

    private static GroupCommit node(DataSource source, Consumer<Happened> told, List<Change> changes) {
        GroupCommit node = new GroupCommit(
                source,
                Clock.systemUTC(),
                20_000,
                BATCH,
                new LogMeters(new SimpleMeterRegistry()),
                committed -> committed.news().forEach(told),
                (transaction, batch) -> {});
        changes.forEach(node::submit);
        node.stop();
        return node;
    }
}
