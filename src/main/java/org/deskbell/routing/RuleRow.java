package org.deskbell.routing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.deskbell.site.SiteId;

/** A site's rule as the table has it; does not leave the room. */
@Entity
@Table(name = "site_routing")
class RuleRow {
    @Id
    @Column(name = "site_id")
    long siteId;

    String way;
    boolean sticky;
    boolean timed;
    int seconds;

    @Column(name = "when_offline")
    String whenOffline;

    protected RuleRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    RuleRow(SiteId site, Rule rule) {
        siteId = site.value();
        take(rule);
    }

    void take(Rule rule) {
        way = rule.way().word();
        sticky = rule.sticky();
        timed = rule.timed();
        seconds = rule.seconds();
        whenOffline = rule.fate().word();
    }

    Rule toRule() {
        return new Rule(Way.of(way), sticky, timed, seconds, Fate.of(whenOffline));
    }
}
