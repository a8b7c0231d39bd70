package org.deskbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class EpochTest {
    private static final int NODES = 8;

    private final JdbcDataSource source = new JdbcDataSource();

    @Test
    void nodesThatStartAtOnceOnEmptyTablesAgree() throws Exception {
        for (int round = 0; round < 5; round++) {
            source.setURL("jdbc:h2:mem:epoch" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL");
            new Tables(source).update();
            Set<String> epochs = ConcurrentHashMap.newKeySet();
            CyclicBarrier together = new CyclicBarrier(NODES);
            List<Thread> nodes = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                nodes.add(new Thread(() -> {
                    try {
                        together.await();
                        epochs.add(new Epoch(source).findOrMake());
                    } catch (Exception failed) {
                        epochs.add(failed.toString());
                    }
                }));
            }
            nodes.forEach(Thread::start);
            for (Thread node : nodes) node.join();
            assertThat(epochs).singleElement().asString().matches("[0-9a-f]{32}");
            assertThat(new Epoch(source).findOrMake())
                    .isEqualTo(epochs.iterator().next());
        }
    }
}
