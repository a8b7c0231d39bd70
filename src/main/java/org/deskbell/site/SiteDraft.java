package org.deskbell.site;

/**
 * What somebody wants a site to be, not checked yet ({@link SiteCheck}). {@code origins}, {@code hiddenParts} and
 * {@code assetHosts} are one a line;
 * {@code language} may be null or empty.
 */
public record SiteDraft(
        String key,
        String name,
        String origins,
        String accent,
        String side,
        String icon,
        String scheme,
        String language,
        String buttonLabel,
        String title,
        String greeting,
        String consent,
        String hiddenParts,
        String assetHosts,
        boolean identityRequired,
        boolean plainClients,
        boolean reopens,
        boolean listsVisitors) {
    public SiteDraft {
        key = stripped(key);
        name = stripped(name);
        origins = stripped(origins);
        accent = stripped(accent);
        side = stripped(side);
        icon = stripped(icon);
        scheme = stripped(scheme);
        language = stripped(language);
        buttonLabel = stripped(buttonLabel);
        title = stripped(title);
        greeting = stripped(greeting).replace("\r\n", "\n");
        consent = stripped(consent).replace("\r\n", "\n");
        hiddenParts = stripped(hiddenParts).replace("\r\n", "\n");
        assetHosts = stripped(assetHosts);
    }

    /** A new site as it is offered to be filled in. */
    public static SiteDraft fresh() {
        return new SiteDraft(
                "", "", "", "#2f6f5e", "right", "chat", "auto", "", "", "", "", "", "", "", false, false, true, false);
    }

    public SiteDraft withKey(String other) {
        return new SiteDraft(
                other,
                name,
                origins,
                accent,
                side,
                icon,
                scheme,
                language,
                buttonLabel,
                title,
                greeting,
                consent,
                hiddenParts,
                assetHosts,
                identityRequired,
                plainClients,
                reopens,
                listsVisitors);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
