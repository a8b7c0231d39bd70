package org.deskbell.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A site's policy as the table has it; does not leave the room. */
@Entity
@Table(name = "attachment_policy")
class PolicyRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    boolean enabled;
    int megabytes;
    int together;
    int quota;

    Policy toPolicy() {
        return new Policy(enabled, megabytes, together, quota);
    }
}
