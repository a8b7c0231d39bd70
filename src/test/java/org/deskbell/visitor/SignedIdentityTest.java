package org.deskbell.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Instant;
import org.deskbell.settings.Refused;
import org.deskbell.site.Site;
import org.deskbell.support.ASite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S20: what is correctly signed has to be what protocol.md asks for as well. */
class SignedIdentityTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void aTextIsWhoItIs() {
        assertThat(SignedIdentity.verify(signed("\"42\""), site(), NOW).subject())
                .isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "4.2", "true", "null", "[\"42\"]", "{\"id\":\"42\"}", "\"\""})
    void aSubjectThatIsNoTextIsRefused(String subject) {
        assertThatThrownBy(() -> SignedIdentity.verify(signed(subject), site(), NOW))
                .isInstanceOf(Refused.class)
                .hasMessage("bad-identity");
    }

    /** {@code subject} as JSON. */
    private static String signed(String subject) {
        String claims = "{\"sub\":%s,\"aud\":\"shop\",\"jti\":\"nonce-1234\",\"iat\":%d,\"exp\":%d}"
                .formatted(subject, NOW.getEpochSecond(), NOW.getEpochSecond() + 300);
        JWSObject proof = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
        try {
            proof.sign(new MACSigner(SECRET));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return proof.serialize();
    }

    private static Site site() {
        return ASite.numbered(1).keyed("shop").signing(SECRET).site();
    }
}
