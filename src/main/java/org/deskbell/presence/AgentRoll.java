package org.deskbell.presence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.deskbell.bus.Neighbours;
import org.deskbell.staff.AgentId;

/** Which agents are on which node, in the store: what all nodes go by. Fails with {@link IllegalStateException} where the store does not answer. */
@ApplicationScoped
class AgentRoll {
    @Resource(lookup = "java:comp/env/jdbc/deskbell")
    private DataSource source;

    @Inject
    private Neighbours neighbours;

    void enter(AgentId agent) {
        leave(agent);
        String sql = "insert into node_agent (node_id, agent_id) values (?, ?)";
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, neighbours.self());
            insert.setLong(2, agent.value());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Agent was not entered", failure);
        }
    }

    void leave(AgentId agent) {
        String sql = "delete from node_agent where node_id = ? and agent_id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, neighbours.self());
            delete.setLong(2, agent.value());
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Agent did not leave", failure);
        }
    }

    /** Those who are on another node that is alive. */
    Set<AgentId> elsewhere() {
        Set<AgentId> agents = new HashSet<>();
        for (String node : neighbours.others()) agents.addAll(on(node));
        return agents;
    }

    /** Those a node has, or had when it died. */
    Set<AgentId> on(String node) {
        Set<AgentId> agents = new HashSet<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select agent_id from node_agent where node_id = ?")) {
            select.setString(1, node);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) agents.add(new AgentId(row.getLong(1)));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Agents of other nodes are not known", failure);
        }
        return agents;
    }

    void strike(String node) {
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from node_agent where node_id = ?")) {
            delete.setString(1, node);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("A dead node was not struck off", failure);
        }
    }

    void enterAll(Collection<AgentId> agents) {
        strike(neighbours.self());
        agents.forEach(this::enter);
    }
}
