package org.deskbell.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.deskbell.settings.Refused;

/**
 * Where a browser is told something, and the keys that only it can read it with: {@code p256dh} and {@code auth} in base64url, as it gave them.
 * Whoever knows the endpoint can send to it: it stands in no log.
 */
public record Subscription(String endpoint, String p256dh, String auth) {
    private static final int LONGEST = 1_000;

    /** Refuses {@code bad-subscription} for what no browser made. */
    public Subscription {
        if (endpoint == null || p256dh == null || auth == null || endpoint.length() > LONGEST) throw bad();
        if (!p256dh.matches("[A-Za-z0-9_-]{87}=?") || !auth.matches("[A-Za-z0-9_-]{22}(==)?")) throw bad();
        try {
            URI.create(endpoint);
            UserAgentMessageEncryptionKeyInfo.of(p256dh, auth);
        } catch (RuntimeException none) {
            // Each check of the library has an exception of its own.
            throw bad();
        }
    }

    private static Refused bad() {
        return new Refused("bad-subscription");
    }

    /** The same for the same endpoint, and tells nothing of it. */
    String hash() {
        return hash(endpoint);
    }

    static String hash(String endpoint) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Subscription " + hash().substring(0, 8);
    }
}
