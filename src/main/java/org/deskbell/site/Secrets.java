package org.deskbell.site;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody should be able to guess. */
final class Secrets {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private Secrets() {}

    /** 256 bits as 43 characters: what the site's server signs identities with. */
    static String identitySecret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** A short key without letters that look alike; it is no secret, but one cannot walk through all sites by it. */
    static String siteKey() {
        return new SecureRandom()
                .ints(10, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .reduce("", String::concat);
    }
}
