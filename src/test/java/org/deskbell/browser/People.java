package org.deskbell.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Who takes part in a test: each person has a browser profile of his own, gone after the test. A script error or a
 * broken content policy in any of their pages fails the test; what was on the screens of a failed one is in
 * {@code target/browser}.
 */
final class People implements AfterEachCallback {

    private static final Map<String, String> LOGGED_IN = new HashMap<>();

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** The shared server's address, with a slash at the end. */
    static URI server() {
        return ServerUnderTest.shared();
    }

    static String at(String path) {
        return server().resolve(path).toString();
    }

    /** A new person. */
    BrowserContext person() {
        return person(options -> {});
    }

    BrowserContext person(Consumer<Browser.NewContextOptions> more) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800);
        more.accept(options);
        BrowserContext context = Browsers.chromium().newContext(options);
        context.setDefaultTimeout(Await.PATIENCE.toMillis());
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.page().url() + ": " + message.text());
            }
        });
        contexts.add(context);
        return context;
    }

    /** A visitor who has just opened this page, with the chat's window open. */
    Widget visitorAt(String address) {
        return visitorAt(person(), address);
    }

    Widget visitorAt(BrowserContext person, String address) {
        Page page = person.newPage();
        page.navigate(address);
        return new Widget(page);
    }

    /** A visitor in the sample shop. */
    Widget visitor() {
        return visitorAt(at("demo/index.html"));
    }

    /** Somebody who is logged in. */
    BrowserContext staff(String login) {
        return staff(login, options -> {});
    }

    BrowserContext staff(String login, Consumer<Browser.NewContextOptions> more) {
        String known = LOGGED_IN.computeIfAbsent(login, this::logIn);
        return person(options -> {
            options.setStorageState(known);
            more.accept(options);
        });
    }

    private String logIn(String login) {
        BrowserContext person = person();
        Page page = person.newPage();
        logIn(page, login, Demo.PASSWORD);
        page.waitForURL("**/console/**");
        String state = person.storageState();
        person.close();
        return state;
    }

    static void logIn(Page page, String login, String password) {
        logIn(page, server(), login, password);
    }

    static void logIn(Page page, URI server, String login, String password) {
        page.navigate(server.resolve("login").toString());
        page.getByLabel("Log-in name").fill(login);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.locator("#send").click();
    }

    /** An agent who has logged in at this server. */
    Inbox agentAt(URI server, String login) {
        Page page = person().newPage();
        logIn(page, server, login, Demo.PASSWORD);
        return new Inbox(page).ready();
    }

    /** An agent with the inbox before him. */
    Inbox agent(String login) {
        return Inbox.open(staff(login).newPage());
    }

    Inbox agent() {
        return agent(Demo.AGENT);
    }

    /** What went wrong in the pages so far; a test that provokes it looks and takes it away. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean failed = test.getExecutionException().isPresent();
        for (BrowserContext context : contexts) {
            if (failed) {
                shoot(
                        context,
                        test.getRequiredTestClass().getSimpleName() + "."
                                + test.getDisplayName().replaceAll("\\W+", "-"));
            }
            context.close();
        }
        contexts.clear();
        if (!failed && !complaints.isEmpty()) {
            throw new AssertionError("the pages complained:\n" + String.join("\n", complaints));
        }
    }

    private void shoot(BrowserContext context, String name) {
        for (Page page : context.pages()) {
            try {
                String file = name + "-" + contexts.indexOf(context) + "-"
                        + context.pages().indexOf(page) + ".png";
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/browser", file))
                        .setTimeout(5_000));
            } catch (PlaywrightException gone) {
                // The page does not answer any more; the test's own failure says more.
            }
        }
    }
}
