package org.deskbell.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.deskbell.staff.AgentId;

/** What an agent may be given as the table has it; does not leave the room. */
@Entity
@Table(name = "agent_routing")
class SeatRow {
    @Id
    @Column(name = "agent_id")
    long agentId;

    int capacity;

    @Column(name = "given_at")
    OffsetDateTime givenAt;

    String languages;

    protected SeatRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    SeatRow(AgentId agent, int capacity, OffsetDateTime givenAt, String languages) {
        agentId = agent.value();
        this.capacity = capacity;
        this.givenAt = givenAt;
        this.languages = languages;
    }
}
