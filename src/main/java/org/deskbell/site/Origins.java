package org.deskbell.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of websites as a site's owner types them: {@code https://shop.example}, {@code http://localhost:3000},
 * {@code https://*.shop.example} or {@code *.shop.example}. They become sources of a Content-Security-Policy: whatever
 * could say more than an address there is refused.
 */
final class Origins {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern WHOLE = Pattern.compile("(https?://)?(\\*\\.)?" + LABEL + "(\\." + LABEL
            + ")*(:([1-9][0-9]{0,4}))?|https?://\\[[0-9a-f:.]{2,45}\\](:([1-9][0-9]{0,4}))?");

    private Origins() {}

    /** One address a line (or separated by spaces or commas), normalised, each once. */
    static List<String> lines(String text) {
        return Pattern.compile("[\\s,]+")
                .splitAsStream(text)
                .filter(line -> !line.isEmpty())
                .map(Origins::normal)
                .distinct()
                .toList();
    }

    /** Why this cannot be an address of a website; empty when it can. */
    static Optional<String> problem(String origin) {
        boolean wild = origin.startsWith("*.");
        if (!wild && !origin.startsWith("http://") && !origin.startsWith("https://")) {
            return Optional.of("origin-scheme");
        }
        if (origin.replaceFirst("^https?://", "").matches(".*[/?#].*")) {
            return Optional.of("origin-path");
        }
        if (!WHOLE.matcher(origin).matches() || port(origin) > 65_535) {
            return Optional.of("bad-origin");
        }
        boolean wholeDomain =
                origin.contains("*.") && !origin.replaceFirst(".*\\*\\.", "").contains(".");
        return wholeDomain ? Optional.of("bad-origin") : Optional.empty();
    }

    /** Whether {@code pattern}, checked before, covers a browser's {@code origin}; {@code *.} is one or more labels. */
    static boolean matches(String pattern, String origin) {
        String asked = origin.toLowerCase(Locale.ROOT);
        int wild = pattern.indexOf("*.");
        if (wild < 0) return pattern.equals(asked);
        String scheme = pattern.substring(0, wild);
        String rest = pattern.substring(wild + 1);
        boolean schemeFits = scheme.isEmpty() ? asked.matches("https?://.*") : asked.startsWith(scheme);
        return schemeFits && asked.endsWith(rest) && !asked.endsWith("//" + rest.substring(1));
    }

    private static int port(String origin) {
        int colon = origin.lastIndexOf(':');
        String after = origin.substring(colon + 1);
        return colon < 0 || !after.matches("[0-9]{1,5}") ? 0 : Integer.parseInt(after);
    }

    private static String normal(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.endsWith("/") && lower.indexOf('/') != lower.length() - 1
                ? lower.replaceFirst("(?<=[^/])/$", "")
                : lower;
    }
}
