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

/** S04: many sockets that never say who they are. They are ended after ten seconds and leave nothing behind. */
class S04SilentSocketsIT {

    @Test
    void silentSocketsAreEndedAndOneAddressCannotTakeAllPlaces() throws IOException {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().roomy().with("deskbell.connections.per-address", 100))) {
            RawSocket.chat(server.address()).close();
            int before = server.descriptors();
            List<RawSocket> silent = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                silent.add(RawSocket.chat(server.address()));
            }
            assertThat(refusedWithin(server, 20))
                    .as("the address has no place left")
                    .isTrue();
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

    /** Whether one of so many further sockets is sent away. */
    private static boolean refusedWithin(ServerUnderTest server, int more) throws IOException {
        List<RawSocket> further = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            RawSocket socket = RawSocket.upgrade(
                    server.address(),
                    "/chat",
                    "Sec-WebSocket-Protocol: deskbell.v1",
                    "Origin: " + RawSocket.origin(server.address()));
            if (socket.status() != 101) {
                assertThat(socket.status()).isIn(503, 429);
                return true;
            }
            further.add(socket);
        }
        boolean refused = false;
        for (RawSocket socket : further) {
            refused |= socket.awaitClose(Duration.ofSeconds(20)) == 1013;
            socket.close();
        }
        return refused;
    }
}
