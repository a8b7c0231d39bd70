package org.deskbell.rest;

/** Why a browser is not told while no console is open, as RFC 9457 puts it. */
final class PushProblem {
    private static final int SOON = 3;

    private PushProblem() {}

    static FileProblem of(String reason) {
        return switch (reason) {
            case "push-unset" ->
                new FileProblem(
                        404,
                        reason,
                        "Nothing is pushed here",
                        "Whoever runs this server has to set deskbell.push.subject.",
                        0);
            case "unknown-push-service" ->
                new FileProblem(
                        422,
                        reason,
                        "The push service of this browser is not known here",
                        "Whoever runs this server can name it in deskbell.push.hosts.",
                        0);
            case "bad-subscription" ->
                new FileProblem(422, reason, "This is no subscription", "No browser makes one like that.", 0);
            case "too-fast" ->
                new FileProblem(429, reason, "You have just tried it", "Please try again in some seconds.", SOON);
            default ->
                new FileProblem(400, "malformed", "This was not understood", "What is to be done is missing.", 0);
        };
    }
}
