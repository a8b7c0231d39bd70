package org.deskbell.label;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Refused;

/**
 * The labels of this installation. Changing refuses {@code required}, {@code long-label} (over 40 characters), {@code bad-text},
 * {@code bad-choice} (of the colour), {@code label-taken} (upper and lower case are the same), {@code many-labels} or
 * {@code unknown-label}.
 */
@ApplicationScoped
@Transactional
public class Labels {
    private static final int LONGEST = 40;

    /** All of them go to every console. */
    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Event<LabelsChanged> changes;

    /** All, in the order of their names. */
    public List<Label> all() {
        return rows.createQuery("select l from LabelRow l order by lower(l.name), l.id", LabelRow.class)
                .getResultStream()
                .map(LabelRow::toLabel)
                .toList();
    }

    public Optional<Label> byId(LabelId id) {
        return Optional.ofNullable(rows.find(LabelRow.class, id.value())).map(LabelRow::toLabel);
    }

    public Label add(String name, String colour) {
        if (all().size() >= MOST) throw new Refused("many-labels");
        LabelRow row = new LabelRow();
        write(row, name, colour);
        rows.persist(row);
        return told(row);
    }

    public Label change(LabelId id, String name, String colour) {
        LabelRow row = known(id);
        write(row, name, colour);
        return told(row);
    }

    /** Conversations that have it show it no more; that they were given it once stays in their log. */
    public void remove(LabelId id) {
        LabelRow row = known(id);
        rows.remove(row);
        told(row);
    }

    private void write(LabelRow row, String name, String colour) {
        String fit = fit(name);
        if (!Label.COLOURS.contains(colour)) throw new Refused("bad-choice");
        boolean taken = all().stream()
                .filter(other -> row.id == null || other.id().value() != row.id)
                .anyMatch(other -> other.name().equalsIgnoreCase(fit));
        if (taken) throw new Refused("label-taken");
        row.name = fit;
        row.colour = colour;
    }

    private static String fit(String name) {
        String fit = name == null ? "" : name.strip();
        if (fit.isEmpty()) throw new Refused("required");
        if (fit.length() > LONGEST) throw new Refused("long-label");
        if (fit.chars().anyMatch(Character::isISOControl)) throw new Refused("bad-text");
        return fit;
    }

    private LabelRow known(LabelId id) {
        LabelRow row = rows.find(LabelRow.class, id.value());
        if (row == null) throw new Refused("unknown-label");
        return row;
    }

    /** Of two who choose the same name at once, the table takes the first one. */
    private Label told(LabelRow row) {
        try {
            rows.flush();
        } catch (PersistenceException somebodyWasFaster) {
            throw new Refused("label-taken");
        }
        changes.fire(new LabelsChanged());
        return row.toLabel();
    }
}
