package org.deskbell.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of a stopped server: what is really on disk, whatever any screen says. */
public final class StoreReader {

    private final String url;

    StoreReader(Path data) {
        url = "jdbc:h2:file:" + data.resolve("deskbell") + ";MODE=PostgreSQL;IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }

    StoreReader(String url) {
        this.url = url;
    }

    /** Messages of all conversations in seq order: public id of the conversation → seq and text. */
    public Map<String, List<Checker.Line>> messages() {
        Map<String, List<Checker.Line>> messages = new LinkedHashMap<>();
        rows("select c.public_id, e.seq, e.kind, e.text, e.by_kind from entry e join conversation c on c.id = e.conversation_id order by 1, 2")
                .forEach(row -> messages.computeIfAbsent((String) row.get(0), id -> new ArrayList<>())
                        .add(new Checker.Line(
                                ((Number) row.get(1)).longValue(),
                                "posted".equals(row.get(2)) ? (String) row.get(3) : null)));
        return messages;
    }

    public List<List<Object>> rows(String query) {
        try (Connection store = url.startsWith("jdbc:h2:")
                        ? DriverManager.getConnection(url, "deskbell", "")
                        : DriverManager.getConnection(url);
                Statement statement = store.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException broken) {
            throw new AssertionError("the store cannot be read: " + broken.getMessage(), broken);
        }
    }

    public long count(String query) {
        return ((Number) rows(query).get(0).get(0)).longValue();
    }
}
