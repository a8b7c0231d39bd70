package org.deskbell.protocol;

/** What was asked was not done. All but {@code reason} may be null; {@code retryAfter} is in seconds. */
public record Refused(
        String of, String ref, String conversation, String reason, String detail, By by, Integer retryAfter)
        implements FromServer {
    @Override
    public String type() {
        return "refused";
    }

    @Override
    public void members(Members out) {
        out.text("of", of).text("ref", ref).text("conversation", conversation);
        out.text("reason", reason).text("detail", detail).by("by", by).numberOrNull("retryAfter", retryAfter);
    }
}
