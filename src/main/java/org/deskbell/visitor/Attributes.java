package org.deskbell.visitor;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import java.util.TreeMap;

/** Short texts by their names, as a page says them of a visitor or a conversation and as a column keeps them; nobody vouches for them. */
public record Attributes(Map<String, String> all) {
    /** How many are kept of one visitor or conversation. */
    public static final int MOST = 50;

    /** Characters of the column, names and values as JSON. */
    public static final int CHARACTERS = 8_000;

    private static final Jsonb JSON = JsonbBuilder.create();

    public Attributes {
        all = new TreeMap<>(all);
    }

    /** Reads what {@link #json} wrote. */
    @SuppressWarnings("unchecked")
    public static Attributes ofJson(String json) {
        return new Attributes((Map<String, String>) JSON.fromJson(json, Map.class));
    }

    public String json() {
        return JSON.toJson(all);
    }

    /** A null removes one. What there is no room for is left out as a whole: these stay as they are. */
    public Attributes with(Map<String, String> said) {
        Attributes next = and(said);
        return next.fits() || next.all.size() < all.size() ? next : this;
    }

    /** Whether everything that was said is kept. */
    public boolean hold(Map<String, String> said) {
        return equals(and(said));
    }

    boolean fits() {
        return all.size() <= MOST && json().length() <= CHARACTERS;
    }

    private Attributes and(Map<String, String> said) {
        Map<String, String> next = new TreeMap<>(all);
        said.forEach((name, value) -> {
            if (value == null) next.remove(name);
            else next.put(name, value);
        });
        return new Attributes(next);
    }
}
