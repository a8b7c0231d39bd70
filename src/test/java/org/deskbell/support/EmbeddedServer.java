package org.deskbell.support;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.glassfish.embeddable.BootstrapProperties;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishException;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * Starts Deskbell in Payara Embedded with a durable H2 store; {@code mvn -Prun} and the tests run it in its own process.
 *
 * <p>Arguments: {@code --war=FOLDER} (exploded), {@code --data=FOLDER}, {@code --port=}, {@code --host=},
 * {@code --path=/CONTEXT}, {@code --mail=PORT} (a mail server on this machine), {@code --demo=true}, {@code --store=jdbc:postgresql://…} (instead of the H2 file), {@code --webapp=FOLDER} (watched: its changes show after a reload). Says
 * {@code Deskbell is ready on …} on standard output, or one sentence on standard error and exit code 1.
 */
public final class EmbeddedServer {
    private final Map<String, String> options;

    private EmbeddedServer(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                stop("I do not understand \"" + argument + "\"; options look like --port=8080.");
            }
            options.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        try {
            new EmbeddedServer(options).start();
        } catch (CannotStart e) {
            stop(e.getMessage());
        } catch (Exception e) {
            e.printStackTrace();
            stop("Deskbell could not start; the reason is above.");
        }
    }

    private static void stop(String sentence) {
        System.err.println(sentence);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }

    private void start() throws Exception {
        Path war = Path.of(option("war", "target/deskbell")).toAbsolutePath();
        Path data = Path.of(option("data", "data")).toAbsolutePath();
        String host = option("host", "127.0.0.1");
        int port = port();
        String path = option("path", "/");
        String address = "http://localhost:" + port + (path.endsWith("/") ? path : path + "/");
        if (!Files.isDirectory(war.resolve("WEB-INF"))) {
            throw new CannotStart("There is no exploded Deskbell in " + war + ".");
        }
        checkPort(host, port);
        EmbeddedStore store =
                options.containsKey("store") ? new EmbeddedStore(options.get("store")) : EmbeddedStore.open(data);
        System.setProperty("deskbell.demo", option("demo", "false"));
        System.setProperty("deskbell.development", String.valueOf(options.containsKey("webapp")));
        System.setProperty("deskbell.address", System.getProperty("deskbell.address", address));
        Path home = Files.createTempDirectory("deskbell-payara");
        GlassFish server = boot(EmbeddedDomain.write(home, host, port, store.url(), option("mail", "")), home);
        deploy(server, war.toFile(), path);
        if (options.containsKey("webapp")) {
            WebappWatch.start(Path.of(option("webapp", "webapp")).toAbsolutePath(), war);
        }
        System.out.println("Deskbell is ready on " + address);
        System.out.flush();
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private int port() {
        String port = option("port", "8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            throw new CannotStart("\"" + port + "\" is not a port; please choose a number from 1 to 65535.");
        }
        return Integer.parseInt(port);
    }

    private static void checkPort(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " on " + host + " cannot be used (" + e.getMessage()
                    + "); please stop the other program or choose another port with -Dport=8090.");
        }
    }

    private static GlassFish boot(Path domain, Path home) throws GlassFishException {
        EmbeddedLog.quiet();
        System.setProperty("org.glassfish.embeddable.autoDelete", "true");
        GlassFishProperties properties = new GlassFishProperties();
        properties.setConfigFileURI(domain.toUri().toString());
        GlassFishRuntime runtime = GlassFishRuntime.bootstrap(new BootstrapProperties());
        GlassFish server = runtime.newGlassFish(properties);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, home), "deskbell-stop"));
        server.start();
        return server;
    }

    private static void deploy(GlassFish server, File war, String path) throws GlassFishException {
        String name = server.getDeployer().deploy(war, "--name", "deskbell", "--contextroot", path, "--force", "true");
        if (name == null) {
            throw new CannotStart("Deskbell could not be deployed; the reason is above.");
        }
    }

    private static void close(GlassFish server, Path home) {
        try {
            if (server.getStatus() == GlassFish.Status.STARTED) {
                // First: Payara closes its ports before its applications, which then cannot say goodbye any more.
                server.getDeployer().undeploy("deskbell");
                server.stop();
            }
            server.dispose();
            EmbeddedDomain.delete(home);
        } catch (GlassFishException | IOException e) {
            System.err.println("Deskbell did not stop cleanly: " + e.getMessage());
        }
    }

    /** A reason not to start that its reader can mend; its message is a sentence. */
    static final class CannotStart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotStart(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
