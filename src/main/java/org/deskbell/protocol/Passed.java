package org.deskbell.protocol;

/** What a visitor gets in the place of an entry that is not for him: its number, so that he misses none. */
public record Passed(String conversation, long seq) implements EntryFrame {
    @Override
    public String type() {
        return "passed";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).number("seq", seq);
    }
}
