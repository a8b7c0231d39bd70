package org.deskbell.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real TURN server: coturn by the configuration in deployment/turn, but for what is marked "yours" there, on this machine alone. */
public final class Coturn implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Path CONFIGURATION = Path.of("deployment/turn/turnserver.conf");
    private static final String YOURS = "static-auth-secret=yours, at least 16 characters";

    private final int port = Net.freePort();
    private final Path log;
    private final Process process;

    /** @param folder where it keeps what it writes */
    public Coturn(Path folder, String secret) {
        log = folder.resolve("turnserver.log");
        List<String> command = List.of(
                "turnserver",
                "-c",
                configured(folder, secret).toString(),
                "--listening-ip=" + HOST,
                "--relay-ip=" + HOST,
                "--listening-port=" + port,
                "--userdb=" + folder.resolve("turndb"),
                "--pidfile=" + folder.resolve("pid"),
                "--allow-loopback-peers",
                "--allowed-peer-ip=" + HOST,
                "--log-file=stdout");
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("Please install coturn (on Debian: apt-get install coturn)", missing);
        }
        Await.until(this::said, Await.PATIENCE, () -> {
            if (!process.isAlive()) throw new AssertionError(said());
            return listens();
        });
    }

    private static Path configured(Path folder, String secret) {
        try {
            String whole = Files.readString(CONFIGURATION);
            if (!whole.contains(YOURS)) throw new AssertionError(CONFIGURATION + " has no " + YOURS);
            String ours = whole.replace(YOURS, "static-auth-secret=" + secret).replace("\nsyslog\n", "\n");
            return Files.writeString(folder.resolve("turnserver.conf"), ours);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** As it is named in {@code deskbell.ice}. */
    public String address() {
        return "turn:" + HOST + ":" + port;
    }

    /** Everything it has said so far. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException none) {
            return "it said nothing";
        }
    }

    private boolean listens() {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(HOST, port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
