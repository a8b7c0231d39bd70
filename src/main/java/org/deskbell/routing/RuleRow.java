package org.deskbell.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A site's rule as the table has it; does not leave the room. */
@Entity
@Table(name = "site_routing")
class RuleRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    String way;
    boolean sticky;

    Rule toRule() {
        return new Rule(Way.of(way), sticky);
    }
}
