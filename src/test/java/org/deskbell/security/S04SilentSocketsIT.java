package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** S04: many sockets that never say who they are. They are ended after ten seconds and leave nothing behind. */
@Execution(ExecutionMode.CONCURRENT)
class S04SilentSocketsIT {

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void silentSocketsAreEndedAndOneAddressCannotTakeAllPlaces() throws IOException {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().roomy().with("deskbell.connections.per-address", 100))) {
            // The first one counts: a place is free again only when the server has noticed that its socket is closed.
            List<RawSocket> silent = new ArrayList<>();
            silent.add(RawSocket.chat(server.address()));
            int before = server.descriptors();
            while (silent.size() < 100) {
                silent.add(RawSocket.chat(server.address()));
            }
            try (RawSocket oneTooMany = RawSocket.upgrade(
                    server.address(),
                    "/chat",
                    "Sec-WebSocket-Protocol: deskbell.v1",
                    "Origin: " + RawSocket.origin(server.address()))) {
                assertThat(oneTooMany.status() == 101 ? oneTooMany.awaitClose() : oneTooMany.status())
                        .isIn(1013, 503, 429);
            }
            for (RawSocket socket : silent) {
                assertThat(socket.awaitClose(Duration.ofSeconds(20))).isEqualTo(4001);
                socket.close();
            }
            Await.until(
                    () -> server.descriptors() + " descriptors, " + before + " before",
                    Await.PATIENCE,
                    () -> server.descriptors() <= before + 10);
        }
    }
}
