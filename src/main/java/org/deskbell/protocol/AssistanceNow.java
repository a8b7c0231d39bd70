package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/** How it stands with remote assistance: who asked for what, what is allowed until when, and whether a call goes by relays alone. */
public record AssistanceNow(String conversation, List<Request> requests, List<Relay> ice, boolean relay)
        implements FromServer {
    /** One request; {@code state} is asked or allowed, {@code purpose} may be null. */
    public record Request(
            String request,
            Person agent,
            List<String> kinds,
            String state,
            String purpose,
            int minutes,
            Instant until) {
        private void write(Members out) {
            out.text("request", request).object("agent", agent::write).words("kinds", kinds);
            out.text("state", state).text("purpose", purpose);
            out.number("minutes", minutes).instant("until", until);
        }
    }

    /** A server by which two browsers find each other; without {@code username} and {@code credential} where it needs none. */
    public record Relay(List<String> urls, String username, String credential) {
        private void write(Members out) {
            out.words("urls", urls).text("username", username).text("credential", credential);
        }
    }

    @Override
    public String type() {
        return "assistance";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation).list("requests", requests, Request::write);
        if (!ice.isEmpty()) out.list("ice", ice, Relay::write);
        if (!ice.isEmpty() && relay) out.flag("relay", true);
    }
}
