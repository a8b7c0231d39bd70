package org.deskbell.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.h2.tools.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore by the commands in deployment/README.md, of the H2 file or of PostgreSQL, whichever the server has. */
class BackupIT {
    @TempDir
    private Path folder;

    private final ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStoreThatIsBroughtBackHoldsWhatWasBackedUpAndEveryScreenShowsThat() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("before the backup").text("conversation");
            agent.followAll();
            agent.awaitText(conversation, "before the backup");
            Backup backup = server.sharesItsStore() ? new Dump() : new Copy();
            backup.take();
            agent.awaitText(conversation, "before the backup");
            visitor.sayAndWait("after the backup, 1");
            visitor.sayAndWait("after the backup, 2");
            String epoch = visitor.epoch();

            if (server.isAlive()) server.stop();
            backup.bringBack();
            server.run();

            Await.until("the visitor knows that it is another store", () -> !epoch.equals(visitor.epoch()));
            // As many as were lost: by numbers alone nobody could tell the old ones from these.
            agent.sayAndWait(conversation, "from now on, 1");
            visitor.sayAndWait("from now on, 2");
            visitor.sayAndWait("from now on, 3");
            agent.awaitText(conversation, "from now on, 3");
            List<String> expected = List.of("before the backup", "from now on, 1", "from now on, 2", "from now on, 3");
            assertThat(visitor.transcript().texts()).endsWith(expected.toArray(String[]::new));
            assertThat(visitor.transcript().texts()).noneMatch(text -> text.startsWith("after"));
            assertThat(agent.follow(conversation).texts())
                    .isEqualTo(visitor.transcript().texts());
        }
    }

    private interface Backup {
        void take();

        void bringBack();
    }

    /** H2: the file of a stopped server. */
    private final class Copy implements Backup {
        private final Path file = server.data().resolve("deskbell.mv.db");
        private final Path kept = folder.resolve("deskbell.mv.db");

        @Override
        public void take() {
            server.stop();
            copy(file, kept);
            server.run();
        }

        @Override
        public void bringBack() {
            copy(kept, file);
            command(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Path.of(Shell.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .getPath())
                            .toString(),
                    "org.h2.tools.Shell",
                    "-url",
                    "jdbc:h2:file:" + server.data().resolve("deskbell"),
                    "-user",
                    "deskbell",
                    "-sql",
                    "delete from store");
        }

        private void copy(Path from, Path to) {
            try {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }
    }

    /** PostgreSQL: a dump of a running one, into an empty database. */
    private final class Dump implements Backup {
        private final String file = folder.resolve("deskbell.dump").toString();
        private final String database =
                server.database().replaceFirst("^jdbc:", "").replace("&reWriteBatchedInserts=true", "");
        private final String name = database.replaceFirst(".*/([a-z0-9]+)\\?.*", "$1");
        private final String maintenance = database.replace("/" + name + "?", "/postgres?");

        @Override
        public void take() {
            command("pg_dump", "--format=custom", "--file=" + file, database);
        }

        @Override
        public void bringBack() {
            command("psql", "--quiet", "--command=drop database " + name + " with (force)", maintenance);
            command("psql", "--quiet", "--command=create database " + name, maintenance);
            command("pg_restore", "--no-owner", "--dbname=" + database, file);
            command("psql", "--quiet", "--command=delete from store", database);
        }
    }

    private static void command(String... words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException missing) {
            throw new AssertionError(
                    "Please install " + words[0] + " (on Debian: apt-get install postgresql-client)", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
