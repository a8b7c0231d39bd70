package org.deskbell.conversation;

/**
 * Why a conversation was ended by its site: for so many minutes the visitor had not answered. {@code said}: the site said something of its
 * own to it, in the message before.
 */
public record Silence(int minutes, boolean said) {
    private static final String SAID = " said";

    String kept() {
        return said ? minutes + SAID : Integer.toString(minutes);
    }

    /** Null of anything but such an end. */
    public static Silence of(Entry entry) {
        boolean says = entry.kind() == Kind.CLOSED && entry.text() != null;
        if (!says || !entry.text().matches("[0-9]{1,9}( said)?")) return null;
        boolean said = entry.text().endsWith(SAID);
        return new Silence(Integer.parseInt(entry.text().replace(SAID, "")), said);
    }
}
