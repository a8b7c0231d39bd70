package org.deskbell.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** A nonce of a signed identity that was used, and by whom. */
@Entity
@Table(name = "identity_nonce")
@IdClass(NonceRow.Key.class)
class NonceRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    @Id
    String nonce;

    @Column(name = "visitor_id")
    long visitorId;

    @Column(name = "expires_at")
    OffsetDateTime expiresAt;

    /** Which nonce of which site; a class, since EclipseLink fills its fields. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long siteId;
        String nonce;

        public Key() {}

        Key(long siteId, String nonce) {
            this.siteId = siteId;
            this.nonce = nonce;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.siteId == siteId && key.nonce.equals(nonce);
        }

        @Override
        public int hashCode() {
            return nonce.hashCode();
        }
    }
}
