package org.deskbell.conversation;

import java.util.List;

/** Choices of a message as the tables keep them: one in a line, null for none. */
final class Choices {
    private Choices() {}

    static String kept(List<String> choices) {
        return choices.isEmpty() ? null : String.join("\n", choices);
    }

    static List<String> read(String kept) {
        return kept == null || kept.isEmpty() ? List.of() : List.of(kept.split("\n"));
    }
}
