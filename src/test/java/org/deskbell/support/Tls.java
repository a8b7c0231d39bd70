package org.deskbell.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS for tests: a certificate for this machine, and clients who do not ask who signed it. */
public final class Tls {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Tls() {}

    static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    /** Writes {@code certificate.pem}, {@code key.pem} and {@code both.pem} for localhost into this folder. */
    public static void certify(Path folder) {
        Path store = folder.resolve("store.p12");
        RealServer.output(new ProcessBuilder(
                ServerUnderTest.javaTool("keytool"),
                "-genkeypair",
                "-alias",
                "here",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:::1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            String certificate = pem("CERTIFICATE", keys.getCertificate("here").getEncoded());
            String key = pem("PRIVATE KEY", keys.getKey("here", PASSWORD).getEncoded());
            Files.writeString(folder.resolve("certificate.pem"), certificate);
            Files.writeString(folder.resolve("key.pem"), key);
            Files.writeString(folder.resolve("both.pem"), certificate + key);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (GeneralSecurityException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
