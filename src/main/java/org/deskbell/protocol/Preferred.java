package org.deskbell.protocol;

import java.util.Map;

/** All that you chose for your console; {@code ref}, if what you chose just now is in it. */
public record Preferred(Map<String, String> preferences, String ref) implements FromServer {
    @Override
    public String type() {
        return "preferred";
    }

    @Override
    public void members(Members out) {
        out.texts("preferences", preferences).text("ref", ref);
    }
}
