package org.deskbell.bench;

import java.time.Duration;
import java.util.List;
import org.deskbell.support.ServerUnderTest;

/** CPU time that servers and the store have used since this began. */
final class Costs {
    private final List<ServerUnderTest> servers;
    private final DurablePostgres store;
    private final long serversBefore;
    private final long storeBefore;

    /** @param store null where it is inside the server, or there is none */
    Costs(ServerUnderTest server, DurablePostgres store) {
        this(List.of(server), store);
    }

    Costs(List<ServerUnderTest> servers, DurablePostgres store) {
        this.servers = servers;
        this.store = store;
        serversBefore = ofServers();
        storeBefore = ofStore();
    }

    double serversMicros() {
        return (ofServers() - serversBefore) / 1e3;
    }

    double storeMicros() {
        return (ofStore() - storeBefore) / 1e3;
    }

    private long ofServers() {
        return servers.stream()
                .map(ServerUnderTest::cpu)
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private long ofStore() {
        return store == null ? 0 : store.cpu().toNanos();
    }
}
