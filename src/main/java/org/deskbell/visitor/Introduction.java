package org.deskbell.visitor;

import java.util.Map;

/** What a browser says when it comes, or later of another page; whatever it does not say is null and changes nothing. */
public record Introduction(
        String name,
        Map<String, String> attributes,
        String language,
        String zone,
        String browser,
        String pageUrl,
        String pageTitle,
        String referrer) {

    /** Only another page. */
    public static Introduction ofPage(String url, String title, String referrer) {
        return new Introduction(null, null, null, null, null, url, title, referrer);
    }
}
