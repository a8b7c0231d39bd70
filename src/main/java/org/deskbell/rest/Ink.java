package org.deskbell.rest;

/** The colour of text on a colour somebody has picked: white where it can be read, else black. */
final class Ink {
    private static final double READABLE = 4.5;

    private Ink() {}

    /** {@code ground} as #rrggbb. */
    static String on(String ground) {
        return 1.05 / (luminance(ground) + 0.05) >= READABLE ? "#ffffff" : "#000000";
    }

    /** As in WCAG 2.2: 0 is black, 1 is white. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * light(rgb >> 16 & 255) + 0.7152 * light(rgb >> 8 & 255) + 0.0722 * light(rgb & 255);
    }

    private static double light(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
