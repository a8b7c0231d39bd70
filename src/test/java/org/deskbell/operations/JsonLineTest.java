package org.deskbell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** One event, one line, whatever is in it. */
class JsonLineTest {
    private static final String EVIL = "evil\r\n{\"forged\":1}\u001b[2J\u0085\u2028${jndi:ldap://x}\\\"";

    @Test
    void noValueBreaksTheLine() {
        LogRecord event = new LogRecord(Level.SEVERE, "Agent {0} did {1}");
        event.setLoggerName("org.deskbell.Some");
        event.setParameters(new Object[] {EVIL, 7});
        event.setThrown(new IllegalStateException(EVIL));
        String line = new JsonLine().format(event);

        assertThat(line).endsWith("}\n").matches("[ -~]*\n");
        JsonObject read = Json.createReader(new StringReader(line)).readObject();
        assertThat(read.getString("message")).isEqualTo("Agent " + EVIL + " did 7");
        assertThat(read.getJsonArray("values").getString(0)).isEqualTo(EVIL);
        assertThat(read.getString("level")).isEqualTo("ERROR");
        assertThat(read.getString("error")).contains(EVIL);
    }

    @Test
    void aMessageWithBracesAndNothingToFillThemIsSaidAsItIs() {
        LogRecord event = new LogRecord(Level.INFO, "{not a template");
        event.setParameters(new Object[] {1});
        assertThat(new JsonLine().format(event)).contains("\"message\":\"{not a template\"");
    }
}
