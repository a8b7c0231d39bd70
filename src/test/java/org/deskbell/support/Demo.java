package org.deskbell.support;

/** What the demo switch puts into an empty store, as the tests use it. */
public final class Demo {

    public static final String SITE = "demo";
    public static final String AGENT = "ann";
    public static final String PASSWORD = "ann";
    public static final String OTHER_AGENT = "bob";
    public static final String OTHER_PASSWORD = "bob";

    private Demo() {}
}
