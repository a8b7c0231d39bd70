package org.deskbell.protocol;

/** What you said first is kept, in this conversation, and you have it. */
public record Begun(String ref, String conversation) implements FromServer {
    @Override
    public String type() {
        return "begun";
    }

    @Override
    public void members(Members out) {
        out.text("ref", ref).text("conversation", conversation);
    }
}
