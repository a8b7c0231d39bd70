package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deskbell.protocol.Decoder;
import org.deskbell.protocol.FromVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives behind the end of a connection is dropped, whatever it is. */
class IntakeTest {
    private final List<FromVisitor> taken = new ArrayList<>();
    private final Connection connection = new Connection("1", "127.0.0.1", null, true, null, null, 0);
    private final Intake<FromVisitor> intake =
            new Intake<>(connection, Decoder::visitor, taken::add, 1, AssistRate.ofVisitor(1));

    @Test
    void framesAreTaken() {
        intake.take("[{\"type\":\"ping\"},{\"type\":\"ping\"}]");
        assertThat(taken).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"ping\"}", "[{\"type\":\"ping\"},{\"type\":\"ping\"}]", "no frame"})
    void nothingIsTakenNorRefusedBehindTheEnd(String message) {
        connection.end();
        intake.take(message);
        assertThat(taken).isEmpty();
    }
}
