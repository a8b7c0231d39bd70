package org.deskbell.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** One browser in which an agent is logged in, as kept. */
@Entity
@Table(name = "log_in")
class LogInRow {
    @Id
    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "agent_id")
    long agentId;

    int stamp;

    @Column(name = "expires_at")
    OffsetDateTime expiresAt;
}
