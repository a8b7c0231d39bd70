package org.deskbell.protocol;

/** The host page a visitor looks at. Too long values are cut: they are a page's, not a person's. */
public record PageView(String url, String title, String referrer) {
    public PageView {
        url = Checks.cut(url, 2000);
        title = Checks.cut(title, 300);
        referrer = Checks.cut(referrer, 2000);
    }
}
