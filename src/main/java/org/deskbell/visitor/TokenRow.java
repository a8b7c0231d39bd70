package org.deskbell.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** The hash of the secret by which one browser is a visitor. */
@Entity
@Table(name = "visitor_token")
class TokenRow {
    @Id
    @Column(name = "token_hash")
    String hash;

    @Column(name = "visitor_id")
    long visitorId;

    @Column(name = "created_at")
    OffsetDateTime createdAt;
}
