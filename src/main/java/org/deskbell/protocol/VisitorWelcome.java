package org.deskbell.protocol;

/** Who you are and where your conversation stands. {@code token} only when it is new. */
public record VisitorWelcome(
        String visitor,
        String token,
        String epoch,
        String conversation,
        String status,
        boolean resumed,
        long first,
        long last,
        boolean verified,
        String name)
        implements FromServer {
    @Override
    public String type() {
        return "welcome";
    }

    @Override
    public void members(Members out) {
        out.text("visitor", visitor).text("token", token).text("epoch", epoch);
        out.text("conversation", conversation).text("status", status).flag("resumed", resumed);
        out.number("first", first)
                .number("last", last)
                .flag("verified", verified)
                .text("name", name);
    }
}
