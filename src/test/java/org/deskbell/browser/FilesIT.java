package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskbell.attachment.Drawn;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files as people send and see them: B11 in two browsers, and S26. */
class FilesIT {
    private static final String PASTE =
            "(field, data) => { const bytes = Uint8Array.from(atob(data.base64), c => c.charCodeAt(0));"
                    + " const clipboardData = new DataTransfer(); clipboardData.items.add(new File([bytes], data.name, { type: data.type }));"
                    + " field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })); }";
    private static final String DRAWN = "image => image.complete && image.naturalWidth > 0";

    @RegisterExtension
    final People people = new People();

    @Test
    void theVisitorPastesAPictureAndTheAgentLooksAtItLarge() {
        Widget visitor = people.visitor().open();
        String words = "look " + UUID.randomUUID();
        paste(visitor, "first.png", Drawn.picture("png", 900, 600));
        paste(visitor, "second.jpg", Drawn.picture("jpg", 600, 900));
        assertThat(visitor.in(".tray-item[data-state=done]")).hasCount(2);
        visitor.sayAndWait(words);
        assertThat(visitor.in(".tray")).isHidden();
        drawn(visitor.message(words).locator(".file-picture img").first());

        Inbox agent = people.agent(Demo.AGENT).pick(words);
        Locator pictures = agent.message(words).locator(".file-picture");
        assertThat(pictures).hasCount(2);
        drawn(pictures.first().locator("img"));
        pictures.first().focus();
        agent.page().keyboard().press("Enter");
        Locator lightbox = agent.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("first.png"));
        assertThat(lightbox).isVisible();
        drawn(lightbox.locator("img"));
        assertThat(lightbox).containsText("1 of 2");
        assertThat(Axe.violations(agent.page(), "lightbox")).isEmpty();
        agent.page().keyboard().press("ArrowRight");
        Locator second = agent.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("second.jpg"));
        assertThat(second).isVisible();
        drawn(second.locator("img"));
        agent.page().keyboard().press("ArrowRight");
        assertThat(second).isVisible();
        agent.page().keyboard().press("Escape");
        assertThat(second).isHidden();
        assertThat(pictures.first()).isFocused();
    }

    @Test
    void anAgentSendsADocumentAndTheVisitorHasIt() throws IOException {
        Widget visitor = people.visitor().open();
        String words = "the invoice, please " + UUID.randomUUID();
        visitor.sayAndWait(words);
        Inbox agent = people.agent(Demo.AGENT).pick(words);
        byte[] pdf = "%PDF-1.7\nan invoice".getBytes(StandardCharsets.US_ASCII);
        FileChooser chooser = agent.page()
                .waitForFileChooser(() -> agent.page().locator("#attach").click());
        chooser.setFiles(new FilePayload("Rechnung größer.pdf", "application/pdf", pdf));
        assertThat(agent.page().locator("#tray .tray-item[data-state=done]")).hasCount(1);
        agent.page().locator("#send").click();
        Locator chip = visitor.in(".file-chip");
        assertThat(chip).containsText("Rechnung größer.pdf");
        Download download = visitor.page().waitForDownload(chip::click);
        assertThat(download.suggestedFilename()).isEqualTo("Rechnung größer.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(pdf);
    }

    @Test
    void whatDoesNotGetThroughIsTriedAgainAndTheMessageWaitsForIt() {
        Widget visitor = people.visitor().open();
        AtomicInteger tries = new AtomicInteger();
        visitor.page().route("**/files?**", route -> {
            if (tries.incrementAndGet() == 1) route.abort();
            else route.resume();
        });
        FileChooser chooser =
                visitor.page().waitForFileChooser(() -> visitor.in("#attach").click());
        chooser.setFiles(new FilePayload("notes.txt", "text/plain", "a note".getBytes(StandardCharsets.UTF_8)));
        visitor.field().fill("my notes");
        visitor.field().press("Enter");
        assertThat(visitor.message("my notes").locator(".file-chip")).containsText("notes.txt");
        assertThat(tries.get()).isEqualTo(2);
    }

    @Test
    void cancellingTakesAFileAwayAndWhatIsLeftIsSent() {
        Widget visitor = people.visitor().open();
        visitor.page().route("**/files?**", route -> {
            if (route.request().headers().getOrDefault("deskbell-name", "").equals("slow.txt")) return;
            route.resume(new Route.ResumeOptions());
        });
        FileChooser chooser =
                visitor.page().waitForFileChooser(() -> visitor.in("#attach").click());
        chooser.setFiles(new FilePayload[] {
            new FilePayload("slow.txt", "text/plain", "slow".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("quick.txt", "text/plain", "quick".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(visitor.in(".tray-item[data-state=done]")).containsText("quick.txt");
        visitor.in(".tray-item")
                .filter(new Locator.FilterOptions().setHasText("slow.txt"))
                .locator(".tray-away")
                .click();
        assertThat(visitor.in(".tray-item")).hasCount(1);
        visitor.in("#send").click();
        assertThat(visitor.in(".message .file-chip")).hasCount(1);
        assertThat(visitor.in(".message .file-chip")).containsText("quick.txt");
    }

    @Test
    void filesThatWantToBePagesRunNowhere() {
        Widget visitor = people.visitor().open();
        String script = "<script>parent.hacked = top.hacked = window.hacked = 1; alert(1)</script>";
        for (String name : List.of("page.html", "logo.svg", "photo.png")) {
            paste(
                    visitor,
                    name,
                    ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + script + "</svg>")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(visitor.in(".tray-item[data-state=failed]")).hasCount(3);
        assertThat(visitor.in(".tray-item").first()).containsText("cannot be sent");
        visitor.field().fill("with these");
        visitor.field().press("Enter");
        assertThat(visitor.message("with these")).hasCount(0);
        for (int left = 3; left > 0; left--) visitor.in(".tray-away").first().click();

        byte[] png = Drawn.picture("png", 60, 60);
        byte[] both = java.util.Arrays.copyOf(png, png.length + script.length());
        System.arraycopy(script.getBytes(StandardCharsets.US_ASCII), 0, both, png.length, script.length());
        paste(visitor, "both.html", both);
        String words = "harmless " + UUID.randomUUID();
        assertThat(visitor.in(".tray-item[data-state=done]")).hasCount(1);
        visitor.sayAndWait(words);

        Inbox agent = people.agent(Demo.AGENT).pick(words);
        Locator picture = agent.message(words).locator(".file-picture");
        drawn(picture.locator("img"));
        assertThat(picture).hasAttribute("title", "both.html.png");
        String address = (String) agent.page()
                .evaluate("() => performance.getEntriesByType('resource').map(one => one.name)"
                        + ".find(name => name.endsWith('/thumbnail')).replace('/thumbnail', '')");
        Page tab = agent.page().context().newPage();
        Download download = tab.waitForDownload(() -> tab.evaluate("address => { location.href = address; }", address));
        assertThat(download.suggestedFilename()).isEqualTo("both.html.png");
        for (Page page : List.of(agent.page(), visitor.page(), tab)) {
            assertThat(page.evaluate("window.hacked")).isNull();
        }
    }

    private static void paste(Widget visitor, String name, byte[] bytes) {
        visitor.field()
                .evaluate(
                        PASTE,
                        Map.of(
                                "name",
                                name,
                                "type",
                                name.endsWith(".jpg") ? "image/jpeg" : "image/png",
                                "base64",
                                Base64.getEncoder().encodeToString(bytes)));
    }

    private static void drawn(Locator image) {
        assertThat(image).hasJSProperty("complete", true);
        assertThat(image).isVisible();
        image.page().waitForCondition(() -> Boolean.TRUE.equals(image.evaluate(DRAWN)));
    }
}
