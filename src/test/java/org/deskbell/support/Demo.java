package org.deskbell.support;

/** What the demo switch puts into an empty store, as the tests use it. */
public final class Demo {

    public static final String SITE = "demo";
    public static final String ADMINISTRATOR = "ada@example.com";
    public static final String AGENT = "ben@example.com";
    public static final String OTHER_AGENT = "chloe@example.com";
    public static final String PASSWORD = "rings-like-a-bell";
    public static final String OTHER_PASSWORD = PASSWORD;

    private Demo() {}
}
