package org.deskbell.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what is wrong with a draft of a site, field by field; whether its key is free, only the store knows. */
public final class SiteCheck {
    public static final Set<String> ICONS = Set.of("chat", "bell", "help");
    private static final Set<String> SIDES = Set.of("left", "right");
    private static final Set<String> SCHEMES = Set.of("auto", "light", "dark");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,6})?");
    private static final int MOST_ORIGINS = 50;

    private final List<Problem> problems = new ArrayList<>();

    private SiteCheck() {}

    /** Everything that is wrong; empty when it may be kept. An empty key is fine: one is made. */
    public static List<Problem> problems(SiteDraft draft) {
        SiteCheck check = new SiteCheck();
        check.words(draft);
        check.choices(draft);
        check.addresses("origins", draft.origins(), 4000);
        check.addresses("assetHosts", draft.assetHosts(), 1000);
        check.selectors(draft.hiddenParts());
        return List.copyOf(check.problems);
    }

    private void words(SiteDraft draft) {
        if (draft.name().isEmpty()) {
            add("name", "required", "");
        }
        line("name", draft.name(), 100);
        line("buttonLabel", draft.buttonLabel(), 40);
        line("title", draft.title(), 60);
        lines("greeting", draft.greeting(), 1000);
        lines("consent", draft.consent(), 1000);
    }

    private void choices(SiteDraft draft) {
        if (!draft.key().isEmpty() && !KEY.matcher(draft.key()).matches()) {
            add("key", "bad-key", draft.key());
        }
        if (!COLOUR.matcher(draft.accent()).matches()) {
            add("accent", "bad-colour", draft.accent());
        }
        if (!draft.language().isEmpty() && !LANGUAGE.matcher(draft.language()).matches()) {
            add("language", "bad-language", draft.language());
        }
        oneOf("side", draft.side(), SIDES);
        oneOf("icon", draft.icon(), ICONS);
        oneOf("scheme", draft.scheme(), SCHEMES);
    }

    private void addresses(String field, String text, int most) {
        List<String> lines = Origins.lines(text);
        if (lines.size() > MOST_ORIGINS) {
            add(field, "too-many", String.valueOf(MOST_ORIGINS));
            return;
        }
        length(field, String.join("\n", lines), most);
        for (String line : lines) {
            Origins.problem(line).ifPresent(reason -> add(field, reason, line));
        }
    }

    /** Browsers alone know all selectors: what cannot be one at all is refused here, the rest does no harm. */
    private void selectors(String text) {
        lines("hiddenParts", text, 1000);
        for (String line : text.split("\n")) {
            boolean unbalanced = count(line, '[') != count(line, ']') || count(line, '(') != count(line, ')');
            if (unbalanced || line.matches(".*[{};<@].*")) {
                add("hiddenParts", "bad-selector", line.strip());
            }
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    private void line(String field, String text, int most) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            add(field, "bad-text", "");
        }
        length(field, text, most);
    }

    private void lines(String field, String text, int most) {
        if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\t')) {
            add(field, "bad-text", "");
        }
        length(field, text, most);
    }

    private void length(String field, String text, int most) {
        if (text.length() > most) {
            add(field, "too-long", String.valueOf(most));
        }
    }

    private void oneOf(String field, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            add(field, "bad-choice", value);
        }
    }

    private void add(String field, String reason, String detail) {
        problems.add(new Problem(field, reason, detail));
    }
}
