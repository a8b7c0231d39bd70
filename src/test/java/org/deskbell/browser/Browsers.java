package org.deskbell.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deskbell.support.Await;

/** The one Chromium of a test run: the system's own, nothing is downloaded. {@code -Dchromium=} names another one. */
final class Browsers {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // For calls: a camera and a microphone that are none, and nobody who could answer a question.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--auto-select-desktop-capture-source=Entire screen",
            // Instead of Playwright's own list, which also switches off that frames have storage by the site around
            // them.
            "--disable-features=HttpsUpgrades,Translate,MediaRouter,DialMediaRouteProvider,OptimizationHints,PaintHolding");

    private Browsers() {}

    private static final class Chromium {
        static final Browser ONE = driver().chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setHeadless(true)
                        .setEnv(environment())
                        .setArgs(FLAGS));
    }

    /** Ours, with letters outside ASCII in the names of files, which Chromium does without where no language is set. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    /** Only from the thread that runs the tests: Playwright belongs to the thread that made it. */
    static Browser chromium() {
        return Chromium.ONE;
    }

    private static Playwright driver() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Await.PATIENCE.toMillis());
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Path program() {
        Path program = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            throw new AssertionError("There is no Chromium at " + program
                    + ". Please run: apt-get install chromium (or name yours by -Dchromium=PATH)");
        }
        return program;
    }
}
