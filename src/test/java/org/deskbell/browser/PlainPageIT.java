package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of ten lines that knows no protocol. */
class PlainPageIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void openedFromTheDiskItChatsWithAnAgent() throws IOException {
        Page visitor = people.person().newPage();
        visitor.navigate(fromTheDisk());
        assertThat(visitor.locator("#log")).containsText("Your id is ");
        String question = "plain question " + UUID.randomUUID();
        visitor.locator("#line").fill(question);
        visitor.locator("#line").press("Enter");

        String answer = "plain answer " + UUID.randomUUID();
        Inbox agent = people.agent().pick(question).claim().sayAndWait(answer);

        assertThat(visitor.locator("#log")).containsText("< " + answer);
        visitor.locator("#line").fill("thank you");
        visitor.locator("#line").press("Enter");
        assertThat(agent.message("thank you")).isVisible();
    }

    @Test
    void theProtocolsPageShowsTheSameTenLines() throws IOException {
        String page =
                new WebSession(People.server()).get("demo/plain.html").body().strip();

        assertThat(page.lines().count()).isLessThanOrEqualTo(10);
        assertThat(Files.readString(Path.of("src/docs/protocol.md"))
                        .replace("localhost:8080", People.server().getAuthority()))
                .contains(page.replace("localhost:8080", People.server().getAuthority()));
    }

    /** What the shop offers for download, saved and opened as a person would; its address is that of a usual start. */
    private static String fromTheDisk() throws IOException {
        String page = new WebSession(People.server()).get("demo/plain.html").body();
        Path file = Files.createDirectories(Path.of("target/browser"))
                .resolve("plain.html")
                .toAbsolutePath();
        Files.writeString(file, page.replace("localhost:8080", People.server().getAuthority()));
        return file.toUri().toString();
    }
}
