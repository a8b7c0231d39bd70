package org.deskbell.protocol;

/** The visitor's stars, 1 to 5, and what he wrote to them, or null. Of several the last one counts. */
public record Rated(Head head, int stars, String comment, String ref) implements EntryFrame {
    /** @param told as it is kept in the log: the stars, and behind a blank the comment */
    public static Rated of(Head head, String told, String ref) {
        return new Rated(head, told.charAt(0) - '0', told.length() > 2 ? told.substring(2) : null, ref);
    }

    @Override
    public String type() {
        return "rated";
    }

    @Override
    public void members(Members out) {
        head.write(out);
        out.number("stars", stars).text("comment", comment).text("ref", ref);
    }
}
