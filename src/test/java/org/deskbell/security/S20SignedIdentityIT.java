package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** S20: a signed identity is what the site's own server signed for this site, for now, for one browser. Nothing else. */
class S20SignedIdentityIT {

    private static final Pattern SECRET = Pattern.compile("data-secret=\"([^\"]+)\"");

    private static URI server;
    private static String secret;

    @BeforeAll
    static void readTheSecretAsTheOwnerDoes() {
        server = ServerUnderTest.shared();
        WebSession owner = new WebSession(server);
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        Matcher shown =
                SECRET.matcher(owner.get("console/site?key=" + Demo.SITE).body());
        assertThat(shown.find()).isTrue();
        secret = shown.group(1);
    }

    @Test
    void aGoodProofIsVerifiedAndFindsTheSameConversationOnAnotherDevice() {
        String customer = "customer-" + UUID.randomUUID();
        try (ChatClient phone = arrive(jwt("HS256", claims(customer), secret));
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            assertThat(phone.tape().await("welcome").flag("verified")).isTrue();
            String conversation = phone.sayAndWait("from my phone").text("conversation");
            try (ChatClient laptop = arrive(jwt("HS256", claims(customer), secret))) {
                laptop.awaitText("from my phone");
                assertThat(laptop.visitor()).isEqualTo(phone.visitor());
                assertThat(laptop.conversation()).isEqualTo(conversation);
                assertThat(laptop.token())
                        .as("a token of its own for each device")
                        .isNotEqualTo(phone.token());
            }
            assertThat(agent.awaitSummary(conversation).child("visitor").flag("verified"))
                    .isTrue();
        }
    }

    static Stream<Arguments> badProofs() {
        Map<String, Object> good = claims("customer-4711");
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                Arguments.of("alg none", jwt("none", good, secret).replaceAll("[^.]*$", "")),
                Arguments.of("alg none with signature", jwt("none", good, secret)),
                Arguments.of("alg None", jwt("None", good, secret)),
                Arguments.of("alg HS512", jwt("HS512", good, secret)),
                Arguments.of("alg RS256", jwt("RS256", good, secret)),
                Arguments.of("another secret", jwt("HS256", good, "another-secret-another-secret-another")),
                Arguments.of("empty signature", jwt("HS256", good, secret).replaceAll("[^.]*$", "")),
                Arguments.of("no exp", jwt("HS256", without(good, "exp"), secret)),
                Arguments.of("no iat", jwt("HS256", without(good, "iat"), secret)),
                Arguments.of("no aud", jwt("HS256", without(good, "aud"), secret)),
                Arguments.of("no jti", jwt("HS256", without(good, "jti"), secret)),
                Arguments.of("no sub", jwt("HS256", without(good, "sub"), secret)),
                Arguments.of("sub is a number", jwt("HS256", with(good, "sub", 4711), secret)),
                Arguments.of("empty sub", jwt("HS256", with(good, "sub", ""), secret)),
                Arguments.of("sub too long", jwt("HS256", with(good, "sub", "x".repeat(201)), secret)),
                Arguments.of("short nonce", jwt("HS256", with(good, "jti", "1234567"), secret)),
                Arguments.of("another audience", jwt("HS256", with(good, "aud", "other"), secret)),
                Arguments.of("expired", jwt("HS256", with(with(good, "exp", now - 1), "iat", now - 300), secret)),
                Arguments.of("valid too long", jwt("HS256", with(good, "exp", now + 3600), secret)),
                Arguments.of(
                        "issued in the future",
                        jwt("HS256", with(with(good, "iat", now + 500), "exp", now + 900), secret)),
                Arguments.of("not a token", "not.a.token"),
                Arguments.of("empty", ""),
                Arguments.of("dots", ".."),
                Arguments.of("huge", "a".repeat(20_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badProofs")
    void aBadProofIsRefusedAndTheVisitorIsNobody(String name, String proof) {
        try (ChatClient visitor =
                ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET).saying(hello -> hello.with("proof", proof))) {
            visitor.connect();
            assertThat(visitor.tape().await("refused").text("reason")).isIn("bad-identity", "malformed");
            assertThat(visitor.tape().all("welcome")).isEmpty();
        }
    }

    @Test
    void aProofSeenByAnotherBrowserIsWorthNothingThere() {
        String proof = jwt("HS256", claims("customer-" + UUID.randomUUID()), secret);
        try (ChatClient first = arrive(proof)) {
            first.sayAndWait("private");
            ChatClient reload = ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET)
                    .withToken(first.token())
                    .saying(hello -> hello.with("proof", proof));
            reload.start();
            assertThat(reload.visitor()).isEqualTo(first.visitor());
            reload.close();
            try (ChatClient thief =
                    ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET).saying(hello -> hello.with("proof", proof))) {
                thief.doNotReconnect();
                thief.connect();
                assertThat(thief.tape().await("refused").text("reason")).isEqualTo("bad-identity");
                assertThat(thief.awaitEnd().code()).isEqualTo(4004);
            }
        }
    }

    @Test
    void whatThePageSaysIsNeverVerified() {
        try (ChatClient visitor =
                ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET).saying(hello -> hello.with("name", "The Boss"))) {
            visitor.start();
            assertThat(visitor.tape().await("welcome").flag("verified")).isFalse();
            assertThat(visitor.sayAndWait("hello").child("by").text("id")).isEqualTo(visitor.visitor());
        }
    }

    private static ChatClient arrive(String proof) {
        return ChatClient.of(server, Demo.SITE, Carrier.WEBSOCKET)
                .saying(hello -> hello.with("proof", proof))
                .start();
    }

    private static Map<String, Object> claims(String subject) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        claims.put("aud", Demo.SITE);
        claims.put("iat", now);
        claims.put("exp", now + 300);
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private static Map<String, Object> without(Map<String, Object> claims, String name) {
        Map<String, Object> copy = new LinkedHashMap<>(claims);
        copy.remove(name);
        return copy;
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(claims);
        copy.put(name, value);
        return copy;
    }

    private static String jwt(String algorithm, Map<String, Object> claims, String key) {
        StringBuilder body = new StringBuilder("{");
        claims.forEach((name, value) -> body.append(body.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value instanceof String text ? "\"" + text + "\"" : value));
        String signed = encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "."
                + encode(body.append('}').toString());
        try {
            String hmac = algorithm.equals("HS512") ? "HmacSHA512" : "HmacSHA256";
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), hmac));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
