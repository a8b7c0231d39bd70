package org.deskbell.protocol;

import java.util.List;

/**
 * Who you are and where your conversation stands. {@code token} only when it is new; {@code form} is what the site asks before the
 * first message, empty for nothing; {@code wantsMail}: it would like to know a mail address while nobody is there; {@code reply}: in how many minutes it usually answers, or null;
 * {@code earlier}: he had conversations before this one, which he may ask for. It says as well that this server knows how: one of the version before is silent.
 */
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
        String name,
        List<FormField> form,
        boolean wantsMail,
        Integer reply,
        boolean earlier)
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
        if (!form.isEmpty()) out.list("form", form, FormField::write);
        if (wantsMail) out.flag("mail", true);
        out.numberOrNull("reply", reply);
        if (earlier) out.flag("earlier", true);
    }
}
