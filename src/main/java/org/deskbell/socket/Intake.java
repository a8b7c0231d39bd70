package org.deskbell.socket;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deskbell.protocol.Assist;
import org.deskbell.protocol.BadFrame;
import org.deskbell.protocol.Decoder;
import org.deskbell.protocol.Limits;
import org.deskbell.protocol.Refused;

/** What one connection sends, made frames within its rate; what is none is refused with its reason, and too much of it ends it. */
final class Intake<F> {
    private static final int BURST = 60;
    private static final int PER_SECOND = 10;
    private static final int MALFORMED = 3;

    /** With the answers to a burst they fit into the outbox: who floods and does not read is ended for the flood, not as too slow. */
    private static final int IMPATIENT = 150;

    private final Connection connection;
    private final Function<JsonValue, F> decode;
    private final Consumer<F> handler;
    private final Bucket bucket;
    private final AssistRate assists;
    private int malformed;
    private int refused;

    /**
     * @param ease how many times the usual rate is allowed
     * @param assists what of an assistance is passed on
     */
    Intake(Connection connection, Function<JsonValue, F> decode, Consumer<F> handler, int ease, AssistRate assists) {
        this.connection = connection;
        this.decode = decode;
        this.handler = handler;
        this.assists = assists;
        bucket = new Bucket((double) BURST * ease, (double) PER_SECOND * ease, System.nanoTime());
    }

    void take(String message) {
        if (connection.isOver()) return;
        if (message.length() > Limits.MESSAGE) {
            connection.expel(CloseCodes.TOO_LARGE, "message too large");
            return;
        }
        try {
            List<JsonValue> frames = Decoder.split(message);
            for (JsonValue frame : frames) takeOne(frame);
        } catch (BadFrame bad) {
            refuse(bad);
        }
    }

    private void takeOne(JsonValue frame) {
        if (connection.isOver()) return;
        try {
            F decoded = decode.apply(frame);
            if (inTime(decoded, System.nanoTime())) handler.accept(decoded);
            else tooFast(frame);
        } catch (BadFrame bad) {
            refuse(bad);
        }
    }

    private boolean inTime(F decoded, long now) {
        return decoded instanceof Assist assist ? assists.take(assist, now) : bucket.take(now);
    }

    private void tooFast(JsonValue frame) {
        if (++refused >= IMPATIENT) {
            connection.expel(CloseCodes.POLICY, "too many messages");
            return;
        }
        connection.send(new Refused(text(frame, "type"), text(frame, "ref"), null, "too-fast", null, null, 2));
    }

    private void refuse(BadFrame bad) {
        connection.send(new Refused(bad.of(), bad.ref(), null, bad.reason(), bad.getMessage(), null, null));
        boolean counts = bad.malformed() || !bucket.take(System.nanoTime());
        if (counts && ++malformed >= MALFORMED) connection.expel(CloseCodes.POLICY, "malformed frames");
    }

    private static String text(JsonValue frame, String name) {
        return frame.asJsonObject().get(name) instanceof JsonString text ? text.getString() : null;
    }
}
