package org.deskbell.assist;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The entries of the log about an assistance, as text: what every screen of it is told. */
final class Told {
    private Told() {}

    static String asked(Request request) {
        JsonObjectBuilder out = of("asked", request).add("kinds", kinds(request.kinds()));
        if (request.purpose() != null) out.add("purpose", request.purpose());
        return text(out.add("minutes", request.minutes()));
    }

    static String allowed(Request request) {
        return text(of("allowed", request).add("kinds", kinds(request.kinds())).add("until", wire(request.until())));
    }

    static String declined(Request request) {
        return text(of("declined", request).add("kinds", kinds(request.kinds())));
    }

    static String stopped(Request request, List<Permission> some, String why) {
        return text(of("stopped", request).add("kinds", kinds(some)).add("why", why));
    }

    static String proposed(Request request, Proposal proposal) {
        JsonObjectBuilder out = of("proposed", request)
                .add("proposal", proposal.name())
                .add("action", proposal.action())
                .add("label", proposal.label());
        if (proposal.node() > 0) out.add("node", proposal.node());
        if (proposal.value() != null) out.add("value", proposal.value());
        return text(out);
    }

    static String settled(Request request, String proposal, String answer) {
        return text(of("settled", request).add("proposal", proposal).add("answer", answer));
    }

    static String called(Request request, String state) {
        return text(of("called", request).add("state", state));
    }

    private static JsonObjectBuilder of(String event, Request request) {
        return RequestText.object()
                .add("event", event)
                .add("request", request.id())
                .add(
                        "agent",
                        RequestText.object()
                                .add("id", Long.toString(request.agent().value()))
                                .add("name", request.name()));
    }

    private static jakarta.json.JsonArrayBuilder kinds(List<Permission> some) {
        return RequestText.words(Permission.words(some));
    }

    /** With milliseconds, as all instants on the wire. */
    private static String wire(Instant at) {
        String text = at.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.length() == "2026-11-21T09:30:00Z".length() ? text.replace("Z", ".000Z") : text;
    }

    private static String text(JsonObjectBuilder out) {
        JsonObject built = out.build();
        return built.toString();
    }
}
