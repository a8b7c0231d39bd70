package org.deskbell.presence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.deskbell.bus.Neighbours;
import org.deskbell.staff.AgentId;

/** Which agents are on which node, in the store: what all nodes go by. Fails with {@link IllegalStateException} where the store does not answer. */
@ApplicationScoped
class AgentRoll {
    private static final String LEAVE = "delete from node_agent where node_id = ? and agent_id = ?";
    private static final String ENTER = "insert into node_agent (node_id, agent_id) values (?, ?)";
    private static final String STRIKE = "delete from node_agent where node_id = ?";

    private static final String THERE_ALREADY = "23505";

    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Neighbours neighbours;

    void enter(AgentId agent) {
        write(connection -> enter(connection, List.of(agent)));
    }

    /** These and nobody else are on this node. */
    void enterAll(Collection<AgentId> agents) {
        write(connection -> {
            strike(connection, neighbours.self());
            enter(connection, agents);
        });
    }

    void leave(AgentId agent) {
        write(connection -> update(connection, LEAVE, agent));
    }

    void strike(String node) {
        write(connection -> strike(connection, node));
    }

    /** Those who are on another node that is alive. */
    Set<AgentId> elsewhere() {
        Map<String, Set<AgentId>> all = read();
        all.keySet().retainAll(neighbours.others());
        Set<AgentId> agents = new HashSet<>();
        all.values().forEach(agents::addAll);
        return agents;
    }

    /** Those a node has, or had when it died. */
    Set<AgentId> on(String node) {
        return read().getOrDefault(node, Set.of());
    }

    /** The whole roll, by node: it has a row for each agent at work. */
    private Map<String, Set<AgentId>> read() {
        Map<String, Set<AgentId>> all = new HashMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("select node_id, agent_id from node_agent");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.computeIfAbsent(row.getString(1), node -> new HashSet<>()).add(new AgentId(row.getLong(2)));
            }
            return all;
        } catch (SQLException failure) {
            throw unreached(failure);
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void write(Work work) {
        try (Connection connection = source.getConnection()) {
            work.on(connection);
        } catch (SQLException failure) {
            throw unreached(failure);
        }
    }

    private void enter(Connection connection, Collection<AgentId> agents) throws SQLException {
        for (AgentId agent : agents) {
            update(connection, LEAVE, agent);
            try {
                update(connection, ENTER, agent);
            } catch (SQLException failure) {
                // Another of his consoles came in this moment and has entered him.
                if (!THERE_ALREADY.equals(failure.getSQLState())) throw failure;
            }
        }
    }

    private void update(Connection connection, String sql, AgentId agent) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, neighbours.self());
            update.setLong(2, agent.value());
            update.executeUpdate();
        }
    }

    private static void strike(Connection connection, String node) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(STRIKE)) {
            delete.setString(1, node);
            delete.executeUpdate();
        }
    }

    private static IllegalStateException unreached(SQLException failure) {
        return new IllegalStateException("The roll of agents was not reached", failure);
    }
}
