package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.event;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.ofPage;
import static org.deskbell.support.Helping.passedOn;
import static org.deskbell.support.Helping.refusal;

import java.nio.file.Path;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.PostgresUnderTest;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S45 while the database does not answer: a stop holds at once, and is written when it can be. */
class S45LostDatabaseIT {

    @TempDir
    private static Path folder;

    private static PostgresUnderTest database;
    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        database = new PostgresUnderTest(folder);
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().store(database.url()));
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    @Test
    void aStopHoldsBeforeItIsWrittenAndIsWrittenLater() {
        try (Helping two = Helping.open(server.address(), Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point");
            two.watch(request);
            database.freeze();
            try {
                two.visitor.send(ofPage("still seen", 1));
                passedOn(two.agent.tape(), 0, "page");
                two.visitor.send(Frame.of("stop", "ref", ChatClient.ref()));
                assertThat(refusal(two.visitor.tape(), () -> two.visitor.send(ofPage("too late", 2))))
                        .isEqualTo("not-allowed");
                assertThat(refusal(
                                two.agent.tape(),
                                () -> two.agent.send(two.toVisitor(request, "point", "{\"off\":true}"))))
                        .isEqualTo("not-allowed");
                assertThat(two.agent.tape().all("assisted")).hasSize(2);
            } finally {
                database.thaw();
            }
            assertThat(event(two.agent.tape(), "stopped", request).text("why")).isEqualTo("visitor");
            assertThat(got(two.agent.tape(), "too late")).isFalse();
        }
    }
}
