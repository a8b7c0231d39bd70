package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.deskbell.support.Demo;
import org.deskbell.support.FirstAdministrator;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code mvn -Pscreens}: pictures of every page and of the chat in src/docs/screens, made anew on a server with the demo's data alone. */
class Screens {
    private static final Path FOLDER = Path.of("src/docs/screens");
    private static final int QUALITY = 55;

    /** Pages that an administrator has, by the name of their picture; those that need a number are found by their link. */
    private static final List<String> PAGES = List.of(
            "account",
            "agents",
            "answer",
            "answers",
            "delete-site?key=demo",
            "form?site=demo",
            "hours?site=demo",
            "labels",
            "mails?site=demo",
            "nothing-here",
            "server",
            "site",
            "site?key=demo",
            "sites");

    private static final Map<String, String> BEHIND_A_LINK =
            Map.of("agent", "agents", "department", "site?key=demo", "label", "labels");

    private enum Look {
        LIGHT(options -> {}),
        DARK(options -> options.setColorScheme(ColorScheme.DARK)),
        PHONE(options -> options.setViewportSize(390, 844).setHasTouch(true)),
        RIGHT_TO_LEFT(options -> options.setLocale("ar"));

        final Consumer<Browser.NewContextOptions> options;

        Look(Consumer<Browser.NewContextOptions> options) {
            this.options = options;
        }

        /** @param whole with all that is below the fold, as on a screen that is high enough: bars stay at its end */
        void shoot(Page page, String name, boolean whole) {
            ViewportSize usual = page.viewportSize();
            int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
            if (whole) page.setViewportSize(usual.width, Math.max(usual.height, height));
            String folder = name().toLowerCase(Locale.ROOT).replace('_', '-');
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(folder).resolve(name + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY)
                    .setAnimations(ScreenshotAnimations.DISABLED));
            page.setViewportSize(usual.width, usual.height);
        }
    }

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @EnumSource
    void everyPage(Look look) {
        Page page = people.person(look.options).newPage();
        for (String entrance : List.of("login", "invite?t=dead")) {
            page.navigate(People.at(entrance));
            look.shoot(page, name(entrance), true);
        }
        Page admin = people.staff(Demo.ADMINISTRATOR, look.options).newPage();
        for (String each : PAGES) {
            admin.navigate(People.at("console/" + each));
            look.shoot(admin, name(each), true);
        }
        BEHIND_A_LINK.forEach((name, from) -> {
            admin.navigate(People.at("console/" + from));
            admin.locator("main a[href*='/" + name + "?']").first().click();
            admin.waitForURL("**/" + name + "?**");
            look.shoot(admin, name, true);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theInbox(Look look) {
        Page page = people.staff(Demo.ADMINISTRATOR, look.options).newPage();
        Inbox inbox = Inbox.open(page);
        page.keyboard().press("3");
        assertThat(page.locator("#rows .row").first()).isVisible();
        look.shoot(page, "inbox", false);
        for (Map.Entry<String, String> opens : Map.of(
                        "inbox-alerts", "alerts", "inbox-settings", "settings", "inbox-keys", "help")
                .entrySet()) {
            page.locator("#" + opens.getValue() + "-open").click();
            assertThat(page.locator("#" + opens.getValue())).isVisible();
            look.shoot(page, opens.getKey(), false);
            page.keyboard().press("Escape");
        }
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette")).isVisible();
        look.shoot(page, "inbox-palette", false);
        page.keyboard().press("Escape");
        page.locator("#rows .row a").first().click();
        assertThat(inbox.page().locator("#log .message").first()).isVisible();
        look.shoot(page, "inbox-thread", false);
        page.locator("#way-note").click();
        inbox.field().fill("She ordered twice, @");
        inbox.field().press("End");
        page.keyboard().type("B");
        assertThat(page.locator("#mentions")).isVisible();
        look.shoot(page, "inbox-note", false);
    }

    @ParameterizedTest
    @EnumSource
    void theChat(Look look) {
        BrowserContext person = people.person(look.options);
        Page page = person.newPage();
        page.navigate(People.at("demo/index.html"));
        Widget visitor = new Widget(page);
        assertThat(visitor.button()).isVisible();
        if (look == Look.RIGHT_TO_LEFT) page.locator("#language").selectOption("ar");
        look.shoot(page, "shop", false);
        Inbox agent = people.agent();
        visitor.open();
        look.shoot(page, "chat", false);
        String question = "Is the fern happy in a dark corner? Room " + look.ordinal();
        visitor.sayAndWait(question);
        look.shoot(page, "chat-waiting", false);
        agent.pick(question).claim().say("**Quite**, if it gets water twice a week. See https://example.com/fern");
        assertThat(visitor.message("Quite")).isVisible();
        look.shoot(page, "chat-answered", false);
        visitor.menu("end");
        look.shoot(page, "chat-menu", false);
        visitor.in("#end").click();
        visitor.in("#dialog [value=yes]").click();
        assertThat(visitor.in("#banner")).isVisible();
        look.shoot(page, "chat-ended", false);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyInstallation(Look look) {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().withoutDemo())) {
            Page page = people.person(look.options).newPage();
            page.navigate(server.address() + FirstAdministrator.link(server));
            look.shoot(page, "setup", true);
            FirstAdministrator.make(server);
            Page english = people.person().newPage();
            People.logIn(english, server.address(), FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD);
            english.waitForURL("**/console/**");
            Page admin = people.person(options -> {
                        options.setStorageState(english.context().storageState());
                        look.options.accept(options);
                    })
                    .newPage();
            for (String each : List.of("inbox", "sites", "answers", "labels")) {
                admin.navigate(URI.create(server.address() + "console/" + each).toString());
                if (each.equals("inbox")) new Inbox(admin).ready();
                look.shoot(admin, each + "-empty", false);
            }
        }
    }

    private static String name(String path) {
        return path.replace("invite?t=dead", "invitation-used")
                .replaceAll("\\?.*", path.startsWith("site?") ? "-demo" : "");
    }
}
