package org.deskbell.rest;

/** Why a conversation is not sent by mail, as RFC 9457 puts it. */
final class MailProblem {
    private static final int HOUR = 3_600;
    private static final int SOON = 5;

    private MailProblem() {}

    static FileProblem of(String reason) {
        return switch (reason) {
            case "bad-address" ->
                new FileProblem(422, reason, "This is no mail address", "Please give one such as lin@example.com.", 0);
            case "unanswered" ->
                new FileProblem(409, reason, "Nobody has answered yet", "It can be sent as soon as somebody has.", 0);
            case "enough-mails" ->
                new FileProblem(
                        429,
                        reason,
                        "It was sent often enough today",
                        "Please save the conversation as a file, or ask again tomorrow.",
                        24 * HOUR);
            case "mail-busy" ->
                new FileProblem(
                        503,
                        reason,
                        "Many mails are sent at the moment",
                        "Please save the conversation as a file, or ask again in an hour.",
                        HOUR);
            case "busy" ->
                new FileProblem(
                        503, reason, "Many ask for this at the moment", "Please try again in some seconds.", SOON);
            default -> new FileProblem(400, "malformed", "This was not understood", "A ref is missing.", 0);
        };
    }
}
