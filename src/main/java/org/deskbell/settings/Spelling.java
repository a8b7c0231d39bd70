package org.deskbell.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds names that look like settings and are none, and what was probably meant. */
final class Spelling {
    private final Collection<String> variables;
    private final Collection<String> properties;

    Spelling(Collection<String> variables, Collection<String> properties) {
        this.variables = variables;
        this.properties = properties;
    }

    /** A sentence about the first unknown name; empty where all are known. */
    Optional<String> problem() {
        return Stream.of(
                        unknown(variables, "DESKBELL_", Setting::variable),
                        unknown(properties, "deskbell.", Setting::property))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unknown(Collection<String> names, String prefix, Function<Setting, String> nameOf) {
        List<String> known = Stream.of(Setting.values()).map(nameOf).toList();
        return names.stream()
                .filter(name -> name.startsWith(prefix) && !known.contains(name))
                .sorted()
                .findFirst()
                .map(name -> "%s is no setting of Deskbell; did you mean %s?"
                        .formatted(name.replaceAll("[^!-~]", "?"), nearest(name, known)));
    }

    static String nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
    }

    /** Letters to change, add or leave out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[above.length];
            here[0] = row;
            for (int i = 1; i < here.length; i++) {
                int changed = above[i - 1] + (one.charAt(row - 1) == other.charAt(i - 1) ? 0 : 1);
                here[i] = Math.min(changed, Math.min(above[i], here[i - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }
}
