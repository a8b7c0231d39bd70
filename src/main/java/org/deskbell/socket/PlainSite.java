package org.deskbell.socket;

import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** The site a plain client means. */
final class PlainSite {
    private PlainSite() {}

    /** The one with this key, or the installation's default where there is no key; null where there is none. */
    static Site of(String key, Sites sites) {
        return (key == null ? sites.standard() : sites.byKey(key)).orElse(null);
    }
}
