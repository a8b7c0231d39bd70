package org.deskbell.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ServerUnderTestIT {

    @Test
    void itCanBeKilledAndStartedAgainOnTheSamePortAndData() {
        try (ServerUnderTest server = ServerUnderTest.start()) {
            assertThat(new WebSession(server.address()).get("login").statusCode())
                    .isEqualTo(200);
            server.kill();
            assertThat(server.isAlive()).isFalse();
            server.run();
            assertThat(new WebSession(server.address()).get("login").statusCode())
                    .isEqualTo(200);
            assertThat(server.liveHeap()).isPositive();
            server.terminate();
            server.awaitExit(Duration.ofSeconds(30));
            assertThat(server.store().count("select count(*) from store")).isEqualTo(1);
        }
    }
}
