package org.deskbell.protocol;

import java.util.List;

/** One question before the first message; {@code label} is null for {@code name} and {@code email}, {@code choices} are empty for most. */
public record FormField(String id, String kind, String label, boolean required, List<String> choices) {
    void write(Members out) {
        out.text("id", id).text("kind", kind).text("label", label).flag("required", required);
        if (!choices.isEmpty()) out.words("choices", choices);
    }
}
