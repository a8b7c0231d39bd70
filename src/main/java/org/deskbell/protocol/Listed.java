package org.deskbell.protocol;

import java.util.List;

/** A page of a box; {@code next} is null at its end. */
public record Listed(String box, List<Summary> items, String next) implements FromServer {
    @Override
    public String type() {
        return "listed";
    }

    @Override
    public void members(Members out) {
        out.text("box", box).list("items", items, Summary::write).text("next", next);
    }
}
