package org.deskbell.protocol;

/** What was said with this ref is taken back: nobody got it, and nobody will. */
public record TakenBack(String conversation, String ref) implements FromServer {
    @Override
    public String type() {
        return "unsent";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).text("ref", ref);
    }
}
