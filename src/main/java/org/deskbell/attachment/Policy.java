package org.deskbell.attachment;

/**
 * What a site allows. {@code megabytes}: the largest file; {@code together}: how many one message may carry; {@code quota}: megabytes of one
 * conversation, or of what a visitor has uploaded and not said yet.
 */
public record Policy(boolean enabled, int megabytes, int together, int quota) {
    public static final Policy USUAL = new Policy(true, 10, 10, 100);

    /** What a server takes in one request may be less: WildFly's {@code max-post-size}. */
    public static final int MOST_MEGABYTES = 100;

    public static final int MOST_TOGETHER = 10;
    public static final int MOST_QUOTA = 10_000;
    static final long MEGABYTE = 1_048_576;

    /** Of the largest file. */
    public long bytes() {
        return megabytes * MEGABYTE;
    }
}
