package org.deskbell.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A department as the table has it; does not leave the room. */
@Entity
@Table(name = "department")
class DepartmentRow {
    @Id
    @SequenceGenerator(name = "department_ids", sequenceName = "department_ids", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "department_ids")
    Long id;

    @Column(name = "site_id")
    long siteId;

    String name;

    boolean entrance;

    protected DepartmentRow() {}

    DepartmentRow(SiteId site, String name) {
        this.siteId = site.value();
        this.name = name;
    }

    Department toDepartment() {
        return new Department(id, name, entrance);
    }
}
