package org.deskbell.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** One browser of an agent that wants to be told, as the table has it; does not leave the room. */
@Entity
@Table(name = "push_subscription")
class SubscriptionRow {
    @Id
    @Column(name = "endpoint_hash")
    String endpointHash;

    @Column(name = "agent_id")
    long agentId;

    String endpoint;
    String p256dh;
    String auth;

    @Column(name = "log_in")
    String logIn;

    int stamp;
    String language;

    @Column(name = "seen_at")
    OffsetDateTime seenAt;
}
