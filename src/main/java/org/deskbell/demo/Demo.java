package org.deskbell.demo;

/** What the demo's parts agree on. */
final class Demo {
    static final String SITE = "demo";
    static final String PASSWORD = "rings-like-a-bell";
    /** The shop's own number of its customer Lin. */
    static final String LIN = "customer-4711";

    private Demo() {}
}
