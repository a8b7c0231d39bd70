package org.deskbell.protocol;

/** An agent and whether he is there: online, away or offline. */
public record Colleague(String id, String name, String status) {
    void write(Members out) {
        out.text("id", id).text("name", name).text("status", status);
    }
}
