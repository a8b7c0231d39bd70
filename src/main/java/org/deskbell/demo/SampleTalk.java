package org.deskbell.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.deskbell.site.Department;
import org.deskbell.site.Site;
import org.deskbell.staff.Agent;

/**
 * Writes the conversations of demo/conversations.json as if they had happened up to now. The only place outside the
 * conversation room that writes entries: that room cannot write what happened yesterday. It is done before the first
 * visitor can come.
 */
record SampleTalk(Site site, Map<String, Agent> agents, Instant now) {
    private static final String FILE = "/demo/conversations.json";

    void write(SampleTables tables) throws SQLException {
        for (Department department : site.departments()) {
            for (Agent agent : agents.values()) {
                tables.place(agent.id().value(), department.id());
            }
        }
        long id = 1;
        for (JsonObject talk : read().getValuesAs(JsonObject.class)) {
            Instant started = now.minus(Duration.ofMinutes(talk.getInt("ago")));
            SampleLog log = log(id, started, talk);
            String publicId = SampleTables.random();
            tables.visitor(id, publicId, site.id().value(), talk.getJsonObject("visitor"), started, log.changed());
            tables.conversation(id, publicId, site.id().value(), department(talk.getString("department")), log);
            tables.entries(id, log);
            id++;
        }
    }

    private SampleLog log(long id, Instant started, JsonObject talk) {
        SampleLog log = new SampleLog(started);
        String visitor = talk.getJsonObject("visitor").getString("name", null);
        log.greet(site.id().value(), site.name(), site.greeting());
        for (JsonObject line : talk.getJsonArray("lines").getValuesAs(JsonObject.class)) {
            String who = line.getString("by");
            boolean agent = agents.containsKey(who);
            long by = agent ? agents.get(who).id().value() : id;
            String name = agent ? agents.get(who).name() : visitor;
            Instant at = started.plus(Duration.ofMinutes(line.getInt("at")));
            String what = line.getString("do", "posted");
            log.add(what, at, agent ? "agent" : "visitor", by, name, line.getString("text", null));
        }
        return log;
    }

    private long department(String name) {
        return site.departments().stream()
                .filter(department -> department.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static JsonArray read() {
        InputStream in = SampleTalk.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException(FILE + " is missing");
        }
        try (JsonReader reader = Json.createReader(in)) {
            JsonValue all = reader.readValue();
            return all.asJsonArray();
        }
    }
}
