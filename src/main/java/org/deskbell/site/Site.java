package org.deskbell.site;

import java.io.Serializable;
import java.util.List;

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

    /** Without the secret: a site gets into logs easily. */
    @Override
    public String toString() {
        return "Site[" + key + "]";
    }
}
