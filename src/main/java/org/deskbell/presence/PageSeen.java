package org.deskbell.presence;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page a visitor looked at. Of its address nothing is kept that is about him: no query, no fragment, no user, and of the path neither mail
 * addresses nor what looks like a secret. {@code title} may be null.
 */
public record PageSeen(String url, String title, Instant at) {
    /** Characters of an address; what is longer is cut. */
    static final int ADDRESS = 300;

    /** Characters of a title. */
    static final int TITLE = 120;

    private static final int SECRET = 24;
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANDOM = Pattern.compile("[a-z0-9]{24,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile("[a-z]");
    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Empty where this is no address of a web page. */
    static Optional<PageSeen> of(String url, String title, Instant at) {
        return address(url).map(bare -> new PageSeen(cut(bare, ADDRESS), cut(title, TITLE), at));
    }

    private static Optional<String> address(String url) {
        return parsed(url)
                .map(uri -> uri.getScheme().toLowerCase(Locale.ROOT) + "://" + place(uri) + calm(uri.getRawPath()));
    }

    /** Only the host of another site: where a visitor came from. Empty where it is no address of a web page. */
    static Optional<String> host(String url) {
        return parsed(url).map(PageSeen::place).map(place -> cut(place, TITLE));
    }

    private static Optional<URI> parsed(String url) {
        if (url == null) return Optional.empty();
        try {
            // Browsers leave some letters as they are which this parser does not take; all of them are behind the path
            // or in a segment of it.
            URI uri = new URI(url.split("[?#]", 2)[0].replaceAll("[\\s\"<>\\\\^`{|}]", "_"));
            boolean web = uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?");
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static String place(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return uri.getPort() < 0 ? host : host + ":" + uri.getPort();
    }

    /** As the part of the widget that shows a page to an agent does it (widget/assist/page/addresses.js). */
    private static String calm(String path) {
        if (path == null) return "";
        return Arrays.stream(path.split("/", -1)).map(PageSeen::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String part) {
        if (part.contains("@") || part.toLowerCase(Locale.ROOT).contains("%40")) return "…";
        String plain = RANDOM.matcher(UUID.matcher(part).replaceAll("…")).replaceAll("…");
        boolean scrambled = plain.length() >= SECRET
                && LOWER.matcher(plain).find()
                && UPPER.matcher(plain).find()
                && DIGITS.matcher(plain).results().count() > 1;
        return scrambled ? "…" : plain;
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
