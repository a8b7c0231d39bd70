package org.deskbell.protocol;

/** What you asked to keep is one of your answers. */
public record Kept(String ref) implements FromServer {
    @Override
    public String type() {
        return "kept";
    }

    @Override
    public void members(Members out) {
        out.text("ref", ref);
    }
}
