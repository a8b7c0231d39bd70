package org.deskbell.protocol;

import java.util.List;

/**
 * An agent and whether he is there: online, away or offline.
 *
 * @param administrator whether he sees every department
 * @param departments the ids of those he is in
 */
public record Colleague(String id, String name, String status, boolean administrator, List<String> departments) {
    public Colleague(String id, String name, String status) {
        this(id, name, status, false, List.of());
    }

    void write(Members out) {
        out.text("id", id).text("name", name).text("status", status);
        if (administrator) out.flag("administrator", true);
        if (!departments.isEmpty()) out.words("departments", departments);
    }
}
