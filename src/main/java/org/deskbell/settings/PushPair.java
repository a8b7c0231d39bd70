package org.deskbell.settings;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * The two keys by which push services know a house (RFC 8292), on the curve P-256. Written as everybody writes them: base64url of the uncompressed
 * point, and of the private number's 32 bytes.
 */
public record PushPair(ECPublicKey open, ECPrivateKey secret) {
    private static final int SIZE = 32;
    private static final String CURVE = "secp256r1";

    /** A fresh one. */
    public static PushPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            return new PushPair((ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has P-256", impossible);
        }
    }

    /** Throws {@link IllegalArgumentException} where these are no keys, or do not belong together. */
    public static PushPair read(String open, String secret) {
        byte[] point = Base64.getUrlDecoder().decode(open);
        byte[] number = Base64.getUrlDecoder().decode(secret);
        if (point.length != 2 * SIZE + 1 || point[0] != 4 || number.length != SIZE) {
            throw new IllegalArgumentException("not of the length of such keys");
        }
        try {
            PushPair pair = read(point, number);
            if (!pair.fits()) throw new IllegalArgumentException("they do not belong together");
            return pair;
        } catch (GeneralSecurityException none) {
            throw new IllegalArgumentException("no keys", none);
        }
    }

    private static PushPair read(byte[] point, byte[] number) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, SIZE + 1));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, SIZE + 1, 2 * SIZE + 1));
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new PushPair(
                (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve)),
                (ECPrivateKey) factory.generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve)));
    }

    private boolean fits() throws GeneralSecurityException {
        byte[] said = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(secret);
        signature.update(said);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(said);
        return signature.verify(signed);
    }

    public String openText() {
        byte[] point = new byte[2 * SIZE + 1];
        point[0] = 4;
        put(open.getW().getAffineX(), point, 1);
        put(open.getW().getAffineY(), point, SIZE + 1);
        return text(point);
    }

    public String secretText() {
        byte[] number = new byte[SIZE];
        put(secret.getS(), number, 0);
        return text(number);
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, SIZE);
        System.arraycopy(bytes, bytes.length - length, into, at + SIZE - length, length);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nothing of the keys. */
    @Override
    public String toString() {
        return "PushPair";
    }
}
