package org.deskbell.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One thing an agent chose, as the table has it; does not leave the room. */
@Entity
@Table(name = "preference")
@IdClass(PreferenceRow.Key.class)
class PreferenceRow {
    /** Whose, and of what. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        Long agentId;
        String name;

        public Key() {}

        Key(AgentId agent, String name) {
            agentId = agent.value();
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(agentId, key.agentId) && Objects.equals(name, key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(agentId, name);
        }
    }

    @Id
    @Column(name = "agent_id")
    Long agentId;

    @Id
    String name;

    String choice;

    protected PreferenceRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    PreferenceRow(AgentId agent, String name, String choice) {
        agentId = agent.value();
        this.name = name;
        this.choice = choice;
    }
}
