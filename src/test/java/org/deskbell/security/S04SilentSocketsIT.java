package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deskbell.support.Await;
import org.deskbell.support.RawSocket;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** S04: many sockets that never say who they are. They are ended after ten seconds and leave nothing behind. */
class S04SilentSocketsIT {

    /** So few that a busy machine takes them all well before the first one is ended. */
    private static final int PLACES = 40;

    @Test
    void silentSocketsAreEndedAndOneAddressCannotTakeAllPlaces() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try (ServerUnderTest server = ServerUnderTest.start(
                ServerSettings.fresh().roomy().with("deskbell.connections.per-address", PLACES))) {
            // The first one counts: a place is free again only when the server has noticed that its socket is closed.
            List<RawSocket> silent = new ArrayList<>();
            silent.add(RawSocket.chat(server.address()));
            int before = server.descriptors();
            // At the same time: within the ten seconds after which the first one is ended.
            Callable<RawSocket> one = () -> RawSocket.chat(server.address());
            for (Future<RawSocket> each : hands.invokeAll(Collections.nCopies(PLACES - 1, one))) {
                silent.add(Await.result("a socket", each));
            }
            // The handshake is answered before a connection is counted; a ping only after.
            for (RawSocket socket : silent) {
                socket.frame(RawSocket.PING, true);
                assertThat(socket.read().opcode()).isEqualTo(RawSocket.PONG);
            }
            try (RawSocket oneTooMany = RawSocket.chat(server.address())) {
                assertThat(oneTooMany.awaitClose()).isEqualTo(1013);
            }
            // Not before he has spoken: what he says to a closed connection resets it, and he may never read why.
            try (RawSocket oneTooMany = RawSocket.chat(server.address())) {
                oneTooMany.frame(RawSocket.PING, true);
                assertThat(oneTooMany.read().opcode()).isEqualTo(RawSocket.PONG);
                oneTooMany.text("{\"type\":\"hello\"}");
                assertThat(oneTooMany.awaitClose()).isEqualTo(1013);
            }
            for (RawSocket socket : silent) {
                assertThat(socket.awaitClose(Duration.ofSeconds(20))).isEqualTo(4001);
                socket.close();
            }
            Await.until(
                    () -> server.descriptors() + " descriptors, " + before + " before",
                    Await.PATIENCE,
                    () -> server.descriptors() <= before + 10);
        } finally {
            hands.shutdownNow();
        }
    }
}
