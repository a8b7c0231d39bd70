package org.deskbell.visitor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;

/** What a site's own server vouches for: see protocol.md, "Signed identity". */
record SignedIdentity(String subject, String name, String email, String nonce, Instant expires) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(60);

    /** Reads and checks {@code proof}; refuses {@code bad-identity} whatever is wrong with it, and does not say what. */
    static SignedIdentity verify(String proof, Site site, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            boolean signed = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new MACVerifier(site.identitySecret().getBytes(StandardCharsets.UTF_8)));
            if (!signed) throw new Refused("bad-identity");
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            // The library reads a number as a text; a subject is a text (RFC 7519, 4.1.2).
            if (!(jwt.getPayload().toJSONObject().get("sub") instanceof String)) throw new Refused("bad-identity");
            return check(claims, site, now);
        } catch (ParseException | JOSEException | IllegalArgumentException notAProof) {
            throw new Refused("bad-identity");
        }
    }

    private static SignedIdentity check(JWTClaimsSet claims, Site site, Instant now) throws ParseException {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        boolean timely = issued != null
                && expires != null
                && !expires.toInstant().isBefore(now)
                && !issued.toInstant().isAfter(now.plus(SKEW))
                && Duration.between(issued.toInstant(), expires.toInstant()).compareTo(LONGEST) <= 0;
        boolean ours = claims.getAudience().equals(List.of(site.key()));
        String subject = claims.getSubject();
        String nonce = claims.getJWTID();
        boolean named = fits(subject, 1, 200) && fits(nonce, 8, 64);
        if (!timely || !ours || !named) throw new Refused("bad-identity");
        String name = claims.getStringClaim("name");
        String email = claims.getStringClaim("email");
        if (name != null && !fits(name, 1, 200) || email != null && !fits(email, 3, 320)) {
            throw new Refused("bad-identity");
        }
        return new SignedIdentity(subject, name, email, nonce, expires.toInstant());
    }

    private static boolean fits(String value, int least, int most) {
        return value != null && value.length() >= least && value.length() <= most && value.indexOf('\0') < 0;
    }
}
