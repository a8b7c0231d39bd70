package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deskbell.attachment.Drawn;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S53 and S17: small files that want to become large ones, and uploads that the site or the server has no place for. */
class S53FileTrapsIT {
    @Test
    void trapsAndLimitsCostTheServerLittleAndTextGoesOn() {
        try (ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh()
                        .roomy()
                        .with("deskbell.attachments.most", 1)
                        .heap("224m")
                        .store(Postgres.database()));
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("hello");
            FileCarrier files = FileCarrier.of(server.address(), Demo.SITE, visitor);
            byte[] picture = Drawn.picture("png", 2_000, 2_000);
            assertThat(files.fetch(files.told("warm.png", picture).text("id")).body())
                    .isEqualTo(picture);
            long before = server.liveHeap();
            byte[] wide = Drawn.bomb(7_000, 7_000, 0);
            byte[] wordy = Drawn.bomb(8, 8, 200_000_000);
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> assertThat(
                                            files.bring("wide.png", wide).statusCode())
                                    .isEqualTo(201)))
                            .toArray(CompletableFuture[]::new))
                    .join();
            assertThat(files.bring("wordy.png", wordy).statusCode()).isEqualTo(201);
            assertThat(files.bring("tall.jpg", Drawn.claiming(64_250, 64_250)).statusCode())
                    .isEqualTo(415);
            assertThat(files.bring("tall.png", Drawn.bomb(20_000, 20_000, 0)).statusCode())
                    .isEqualTo(415);
            assertThat(server.liveHeap() - before).isLessThan(50_000_000);

            HttpResponse<String> full =
                    files.bring("large.txt", "x".repeat(1_048_576).getBytes(StandardCharsets.US_ASCII));
            assertThat(full.statusCode()).isEqualTo(507);
            assertThat(FileCarrier.json(full).text("reason")).isEqualTo("no-room");
            visitor.sayAndWait("text goes on");

            switchedOff(server);
            HttpResponse<String> off = files.bring("a.txt", "hello".getBytes(StandardCharsets.US_ASCII));
            assertThat(off.statusCode()).isEqualTo(403);
            assertThat(FileCarrier.json(off).text("reason")).isEqualTo("files-off");
            visitor.sayAndWait("and on");
        }
    }

    @Test
    void whoBringsTooManyIsAskedToWaitAndWhoIsForgottenLeavesNothingInTheFolder(@TempDir Path folder) {
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().with("deskbell.attachments", folder));
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            FileCarrier files = FileCarrier.of(server.address(), Demo.SITE, visitor);
            byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
            Frame last = null;
            for (int i = 0; i < 40; i++) last = files.told(i + ".txt", text);
            HttpResponse<String> refused = files.bring("one more.txt", text);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(files.fetch(last.text("id")).statusCode()).isEqualTo(200);
            visitor.sayAndWait("text goes on");
            assertThat(bytesIn(folder)).isEqualTo(40L * text.length);
            visitor.doNotReconnect();
            visitor.send(Frame.of("forget", "ref", ChatClient.ref()));
            Await.until("nothing is left", () -> bytesIn(folder) == 0);
        }
    }

    @Test
    void aFolderThatIsNotThereAnyMoreIsNotCalledFull(@TempDir Path parent) throws IOException {
        Path folder = parent.resolve("files");
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().with("deskbell.attachments", folder));
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            FileCarrier files = FileCarrier.of(server.address(), Demo.SITE, visitor);
            byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
            assertThat(folder).isEmptyDirectory();
            Files.delete(folder);
            Files.writeString(folder, "in its way");
            HttpResponse<String> refused = files.bring("a.txt", text);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(FileCarrier.json(refused).text("reason")).isEqualTo("storage");
            visitor.sayAndWait("text goes on");
            Files.delete(folder);
            assertThat(files.bring("a.txt", text).statusCode()).isEqualTo(201);
        }
    }

    private static long bytesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException changing) {
            return -1;
        }
    }

    private static void switchedOff(ServerUnderTest server) {
        WebSession administrator = new WebSession(server.address());
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        administrator.press("console/site?key=" + Demo.SITE, "allow", Map.of("filesOn", "false"));
    }
}
