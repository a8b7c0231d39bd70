package org.deskbell.support;

import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * For tests that run inside the server (Arquillian): prepares the embedded server with an empty H2 store of its own,
 * and builds the archive, which is the whole of Deskbell as the build exploded it in target/deskbell.
 *
 * <pre>{@code
 * @ExtendWith(ArquillianExtension.class)
 * class StaffIT {
 *     @Deployment
 *     static WebArchive deskbell() {
 *         return InServer.deskbell();
 *     }
 *
 *     @Inject
 *     Staff staff;
 * }</pre>
 */
public final class InServer implements LoadableExtension {
    /** Before arquillian.xml is read. */
    @Override
    public void register(ExtensionBuilder builder) {
        try {
            Path home = TargetFolder.fresh("inside");
            EmbeddedStore store = EmbeddedStore.open(home.resolve("data"));
            Path domain = EmbeddedDomain.write(home, "127.0.0.1", freePort(), store.url(), "");
            System.setProperty("tests.domain", domain.toString());
            System.setProperty("deskbell.development", "true");
            System.setProperty("deskbell.password.rounds", "2000");
            EmbeddedLog.quiet();
        } catch (Exception e) {
            throw new IllegalStateException("The server for the tests could not be prepared", e);
        }
    }

    public static WebArchive deskbell() {
        File exploded = new File("target/deskbell");
        if (!new File(exploded, "WEB-INF/classes").isDirectory()) {
            throw new IllegalStateException(
                    "Deskbell is not exploded; run mvn package, or war:exploded before this test");
        }
        WebArchive archive = ShrinkWrap.create(ExplodedImporter.class, "deskbell.war")
                .importDirectory(exploded)
                .as(WebArchive.class);
        // Arquillian looks for the application under the archive's name, not at the root.
        archive.delete("/WEB-INF/glassfish-web.xml");
        return archive.addAsWebInfResource("in-server-glassfish-web.xml", "glassfish-web.xml");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
