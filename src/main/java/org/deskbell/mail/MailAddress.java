package org.deskbell.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * One mail address as people have them, such as {@code lin@example.com}: ASCII, nothing quoted, no comment, no name around it. So nothing in it
 * can end a line of a mail's head or name a second recipient.
 */
public record MailAddress(String text) {
    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;
    private static final int MOST_LABEL = 63;
    private static final String SIGNS = "!#$%&'*+/=?^_`{|}~-";

    /** Empty where it is none, or one we do not write to. Spaces around it are nothing. */
    public static Optional<MailAddress> of(String given) {
        if (given == null || given.length() > MOST + 20) return Optional.empty();
        String text = given.replaceAll("^ +| +$", "");
        int at = text.indexOf('@');
        if (text.length() > MOST || at < 1 || at > MOST_LOCAL || at != text.lastIndexOf('@')) return Optional.empty();
        boolean fits = isLocal(text.substring(0, at)) && isDomain(text.substring(at + 1));
        return fits ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isLocal(String local) {
        for (String atom : local.split("\\.", -1)) {
            if (atom.isEmpty() || !atom.chars().allMatch(c -> isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0))
                return false;
        }
        return true;
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            boolean fits = !label.isEmpty()
                    && label.length() <= MOST_LABEL
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
            if (!fits) return false;
        }
        String last = labels[labels.length - 1];
        return labels.length > 1 && last.length() > 1 && !Character.isDigit(last.charAt(0));
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    /** By which mails to it are counted after the address itself was deleted. */
    String mark() {
        try {
            byte[] bytes = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
