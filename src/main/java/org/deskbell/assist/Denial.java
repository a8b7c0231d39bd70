package org.deskbell.assist;

import java.util.List;
import java.util.stream.Stream;

/** Somebody has stopped these kinds of a request, and it is not written yet; {@code byAgent}: he himself, and not the visitor. */
record Denial(List<Permission> kinds, boolean byAgent) {
    Denial joined(List<Permission> more, boolean agent) {
        List<Permission> both =
                Stream.concat(kinds.stream(), more.stream()).distinct().sorted().toList();
        return new Denial(both, byAgent && agent);
    }
}
