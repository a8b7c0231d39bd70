package org.deskbell.site;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer's website. {@code language} is null when the page's or the browser's is followed; {@code origins} are the
 * addresses whose pages may show the chat ({@link Origins}); {@code hiddenParts} are selectors of what no agent ever sees of those pages,
 * {@code assetHosts} where else their pictures and styles may be loaded from; {@code listsVisitors}: agents see who looks around there; {@code version} counts its changes.
 */
public record Site(
        SiteId id,
        String key,
        String name,
        List<String> origins,
        String accent,
        String side,
        String icon,
        String scheme,
        String language,
        String buttonLabel,
        String title,
        String greeting,
        String consent,
        List<String> hiddenParts,
        List<String> assetHosts,
        String identitySecret,
        boolean identityRequired,
        boolean plainClients,
        boolean reopens,
        boolean listsVisitors,
        Manners manners,
        Hours hours,
        List<Department> departments,
        int version)
        implements Serializable {
    /** What a page calls the department it wants a conversation to begin in. */
    public static final String DEPARTMENT = "department";

    public Site {
        origins = List.copyOf(origins);
        hiddenParts = List.copyOf(hiddenParts);
        assetHosts = List.copyOf(assetHosts);
        departments = List.copyOf(departments);
    }

    /** What may be changed of it. */
    public SiteDraft draft() {
        return new SiteDraft(
                key,
                name,
                String.join("\n", origins),
                accent,
                side,
                icon,
                scheme,
                language,
                buttonLabel,
                title,
                greeting,
                consent,
                String.join("\n", hiddenParts),
                String.join("\n", assetHosts),
                identityRequired,
                plainClients,
                reopens,
                listsVisitors);
    }

    /** Whether a page of this origin (scheme, host, port) is one of the site's. */
    public boolean allows(String origin) {
        return origins.stream().anyMatch(pattern -> Origins.matches(pattern, origin));
    }

    /**
     * The department a new conversation begins in: the one its page names, else the one its visitor chose, else the entrance; null for none. What
     * names no department of this site is passed over.
     *
     * @param page what the page says of the conversation, {@link #DEPARTMENT} among it
     * @param visitor what is kept of the visitor, with his answers by their labels
     */
    public Long entrance(Map<String, String> page, Map<String, String> visitor) {
        return named(page.get(DEPARTMENT))
                .or(() -> chosen(visitor))
                .or(() -> departments.stream().filter(Department::entrance).findFirst())
                .map(Department::id)
                .orElse(null);
    }

    private Optional<Department> chosen(Map<String, String> answers) {
        return manners.form().stream()
                .filter(Question::isDepartment)
                .findFirst()
                .flatMap(question -> named(answers.get(question.label())));
    }

    /** By its name, in capitals or not. */
    public Optional<Department> named(String name) {
        if (name == null) return Optional.empty();
        return departments.stream()
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Without the secret: a site gets into logs easily. */
    @Override
    public String toString() {
        return "Site[" + key + "]";
    }
}
