package org.deskbell.conversation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import org.deskbell.staff.AgentId;

/** To whom a conversation is handed on. */
public sealed interface Target {
    String WHY = "why";
    String OFFLINE = Change.DropOut.OFFLINE;

    JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** He has it from now on. */
    record Colleague(AgentId id, String name) implements Target {}

    /** It waits there for somebody. */
    record Department(long id, String name) implements Target {}

    /** As the log keeps it. */
    default String told() {
        JsonObjectBuilder told = Json.createObjectBuilder();
        if (this instanceof Colleague colleague) told.add("agent", named(colleague.id.value(), colleague.name));
        if (this instanceof Department department) told.add("department", named(department.id, department.name));
        return told.build().toString();
    }

    /** As the log keeps it where a conversation was handed on since its owner went offline. */
    default String toldOffline() {
        return Json.createObjectBuilder(read(told())).add(WHY, OFFLINE).build().toString();
    }

    /** Whether it was handed on since its owner went offline. */
    static boolean isOffline(String told) {
        return OFFLINE.equals(read(told).getString(WHY, null));
    }

    private static JsonObjectBuilder named(long id, String name) {
        return Json.createObjectBuilder().add("id", Long.toString(id)).add("name", name);
    }

    static Target of(String told) {
        JsonObject target = read(told);
        JsonObject agent = target.getJsonObject("agent");
        if (agent != null) return new Colleague(new AgentId(id(agent)), agent.getString("name"));
        JsonObject department = target.getJsonObject("department");
        return new Department(id(department), department.getString("name"));
    }

    private static JsonObject read(String told) {
        try (JsonReader reader = READERS.createReader(new StringReader(told))) {
            return reader.readObject();
        }
    }

    private static long id(JsonObject named) {
        return Long.parseLong(named.getString("id"));
    }
}
