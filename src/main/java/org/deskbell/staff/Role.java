package org.deskbell.staff;

import java.util.stream.Stream;

/** What an agent may do: answer visitors, or also look after sites and agents. */
public enum Role {
    AGENT("agent"),
    ADMINISTRATOR("administrator");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role's name on the wire, in the database and in web.xml. */
    public String word() {
        return word;
    }

    public static Role of(String word) {
        return Stream.of(values())
                .filter(role -> role.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role: " + word));
    }
}
