package org.deskbell.site;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A day with hours of its own; closed all day where it has none. */
public record Holiday(LocalDate date, String name, List<Span> open) implements Serializable {
    public Holiday {
        open = List.copyOf(open);
    }
}
