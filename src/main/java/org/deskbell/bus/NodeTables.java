package org.deskbell.bus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements of the bus, the same on H2 and PostgreSQL. Time is the database's, so that the nodes' clocks do not matter. */
final class NodeTables {
    /** One row of another node's news. */
    record Row(String node, int lane, long number, String told) {}

    /** Up to where a lane of a node was read. */
    record Lane(String node, int lane) {}

    private static final int MOST = 1_000;

    private final Connection connection;
    private final String self;
    private final String live;

    /** @param dead after how many seconds without a beat a node is dead */
    NodeTables(Connection connection, String self, int dead) {
        this.connection = connection;
        this.self = self;
        live = "beat_at > current_timestamp - interval '" + dead + "' second";
    }

    /** False where this node was given up for dead, or never was there. */
    boolean beat(boolean byRedis) throws SQLException {
        return update("update node set beat_at = current_timestamp, by_redis = " + byRedis + " where id = ?", self)
                == 1;
    }

    void register() throws SQLException {
        update("insert into node (id, started_at, beat_at) values (?, current_timestamp, current_timestamp)", self);
    }

    /** The other nodes that are alive, and whether Redis carries what is told to them. */
    Map<String, Boolean> others() throws SQLException {
        Map<String, Boolean> others = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select id, by_redis from node where id <> ? and " + live)) {
            select.setString(1, self);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) others.put(row.getString(1), row.getBoolean(2));
            }
        }
        return others;
    }

    /** Those who are dead and whose row this call took away: of several nodes one gets each. */
    Set<String> reap() throws SQLException {
        Set<String> mine = new HashSet<>();
        for (String dead : ids("select id from node where id <> ? and not (" + live + ")")) {
            if (update("delete from node where id = ? and not (" + live + ")", dead) != 1) continue;
            update("delete from node_news where node_id = ?", dead);
            mine.add(dead);
        }
        return mine;
    }

    void tell(int lane, long number, String told) throws SQLException {
        String sql = "insert into node_news (node_id, lane, number, at, told) values (?, ?, ?, current_timestamp, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, self);
            insert.setInt(2, lane);
            insert.setLong(3, number);
            insert.setString(4, told);
            insert.executeUpdate();
        }
    }

    /** What these lanes hold behind their marks, in order. */
    List<Row> behind(Map<Lane, Long> marks) throws SQLException {
        Collection<Lane> lanes = marks.keySet();
        if (lanes.isEmpty()) return List.of();
        String sql = "select node_id, lane, number, told from node_news where "
                + lanes.stream()
                        .map(lane -> "node_id = ? and lane = ? and number > ?")
                        .collect(Collectors.joining(" or "))
                + " order by node_id, lane, number";
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setMaxRows(MOST);
            int at = 1;
            for (Lane lane : lanes) {
                select.setString(at++, lane.node());
                select.setInt(at++, lane.lane());
                select.setLong(at++, marks.get(lane));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) rows.add(new Row(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4)));
            }
        }
        return rows;
    }

    /** What is a minute old was read, or is healed by reading the conversations themselves. */
    void forget() throws SQLException {
        update("delete from node_news where node_id = ? and at < current_timestamp - interval '60' second", self);
    }

    private Set<String> ids(String sql) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, self);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private int update(String sql, String id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            return update.executeUpdate();
        }
    }
}
