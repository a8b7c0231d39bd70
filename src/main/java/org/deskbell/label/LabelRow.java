package org.deskbell.label;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A label as the table has it; does not leave the room. */
@Entity
@Table(name = "label")
class LabelRow {
    @Id
    @SequenceGenerator(name = "label_ids", sequenceName = "label_ids", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_ids")
    Long id;

    String name;
    String colour;

    @Version
    int version;

    Label toLabel() {
        return new Label(new LabelId(id), name, colour);
    }
}
