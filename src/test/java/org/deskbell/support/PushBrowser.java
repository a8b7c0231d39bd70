package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's side of a subscription: its address, its keys, and how it reads what was sent (RFC 8188, RFC 8291). */
public final class PushBrowser {
    private final String endpoint;
    private final KeyPair keys = pair();
    private final byte[] auth = new byte[16];

    public PushBrowser(String endpoint) {
        this.endpoint = endpoint;
        new SecureRandom().nextBytes(auth);
    }

    public String endpoint() {
        return endpoint;
    }

    String path() {
        return URI.create(endpoint).getPath();
    }

    /** What is posted with {@code do=keep} and the others. */
    public Map<String, String> asking(String what) {
        return Map.of("do", what, "endpoint", endpoint, "p256dh", text(point()), "auth", text(auth));
    }

    /** What stands in it. */
    public JsonObject read(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(decrypt(body)))) {
            return reader.readObject();
        }
    }

    private byte[] decrypt(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = new byte[16];
        in.get(salt);
        in.getInt();
        byte[] sender = new byte[in.get()];
        in.get(sender);
        byte[] sealed = new byte[in.remaining()];
        in.get(sealed);
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.getPrivate());
            agreement.doPhase(publicKey(sender), true);
            byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender);
            byte[] shared = derive(hmac(auth, agreement.generateSecret()), info, 32);
            byte[] root = hmac(salt, shared);
            byte[] key = derive(root, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
            byte[] nonce = derive(root, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] plain = cipher.doFinal(sealed);
            int end = plain.length - 1;
            while (plain[end] == 0) end--;
            if (plain[end] != 2) throw new AssertionError("not the last record");
            return Arrays.copyOf(plain, end);
        } catch (GeneralSecurityException notForUs) {
            throw new AssertionError("it cannot be read by this browser", notForUs);
        }
    }

    private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
        ECPublicKey own = (ECPublicKey) keys.getPublic();
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), own.getParams()));
    }

    /** Whether the token of {@code vapid t=…, k=…} (RFC 8292) was signed by the key that is named beside it: ES256 (RFC 7518, 3.4). */
    public boolean isSigned(String authorization) {
        String token = authorization.replaceAll("vapid t=|,.*", "");
        String key = authorization.replaceAll(".*k=", "");
        int end = token.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(publicKey(Base64.getUrlDecoder().decode(key)));
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException not) {
            throw new AssertionError(not);
        }
    }

    private static byte[] derive(byte[] root, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(root, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] what) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(what);
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) all.put(part);
        return all.array();
    }

    private byte[] point() {
        ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
        byte[] bytes = new byte[65];
        bytes[0] = 4;
        put(point.getAffineX(), bytes, 1);
        put(point.getAffineY(), bytes, 33);
        return bytes;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, into, at + 32 - length, length);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
