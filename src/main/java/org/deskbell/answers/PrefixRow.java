package org.deskbell.answers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agent's prefix as the table has it; does not leave the room. */
@Entity
@Table(name = "answer_prefix")
class PrefixRow {
    @Id
    @Column(name = "agent_id")
    Long agentId;

    String prefix;

    protected PrefixRow() {}

    PrefixRow(long agentId, String prefix) {
        this.agentId = agentId;
        this.prefix = prefix;
    }
}
