package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who looks around, once he has agreed, is in the agents' list; one speaks to him first, by keyboard alone. */
class OnSiteIT {
    @RegisterExtension
    final People people = new People();

    @Test
    void whoAgreedIsListedAndSpokenToWithoutAWindowThatOpens() {
        try (HostPages pages = new HostPages()) {
            String origin = pages.origin("shop.localhost");
            String site = NewSite.of(
                    people, origin, page -> page.locator("#listsVisitors").check());
            String title = "Pots " + UUID.randomUUID();
            String ferns = "Ferns " + UUID.randomUUID();
            Widget careful =
                    people.visitorAt(origin + shop(pages, site, title, "data-consent=wait") + "?mail=lin@example.com");
            String asking = NewSite.of(people, origin, page -> {
                page.locator("#listsVisitors").check();
                page.locator("#consent").fill("We keep what you write.");
            });
            String palms = "Palms " + UUID.randomUUID();
            Widget asked = people.visitorAt(origin + shop(pages, asking, palms, ""));
            assertThat(asked.in("#cover")).containsText("We keep what you write.");
            Widget first = people.visitorAt(origin + shop(pages, site, ferns, ""));

            Page desk = people.agent(Demo.ADMINISTRATOR).page();
            desk.keyboard().press("v");
            assertThat(looker(desk, ferns)).isVisible();
            assertThat(looker(desk, title)).hasCount(0);
            assertThat(careful.iframe()).hasCount(0);
            leavesNothingToTheNextAtThisBrowser(first, origin + shop(pages, site, "Bye", "data-consent=wait"));

            careful.page().evaluate("Deskbell.consent(true)");
            Locator row = looker(desk, title);
            assertThat(row).containsText("Looking around");
            assertThat(row.locator(".looker-page")).hasAttribute("href", Pattern.compile(".*/page1$"));
            assertThat(looker(desk, palms)).hasCount(0);
            assertThat(Axe.violations(desk, "visitors")).isEmpty();
            desk.locator("#visitors-filter").fill("nobody " + title);
            assertThat(desk.locator("#visitors-empty"))
                    .containsText("Nothing matches “" + Help.named("nobody " + title) + "”");
            assertThat(desk.locator(".visitors-shown")).containsText("0");
            assertThat(Axe.violations(desk, "no visitor matches")).isEmpty();
            desk.locator("#visitors-empty button").click();
            assertThat(desk.locator("#visitors-filter")).isFocused();
            desk.locator("#visitors-filter").fill(title);
            assertThat(desk.locator(".looker")).hasCount(1);
            desk.locator("#visitors-filter").fill("");
            desk.locator("#visitors-sort").selectOption("page");
            assertThat(row).isVisible();

            row.locator(".looker-do").focus();
            desk.keyboard().press("Enter");
            assertThat(desk.locator("#first-text")).isFocused();
            desk.keyboard().type("May I help you with the pots?");
            desk.keyboard().press("Control+Enter");

            assertThat(desk.locator("#visitors")).isHidden();
            assertThat(desk.locator("#log")).containsText("May I help you with the pots?");
            assertThat(desk.locator(".thread-state")).containsText("Assigned to you");
            assertThat(desk.locator(".trail li")).hasText(new Pattern[] {Pattern.compile("Pots .*")});
            assertThat(careful.badge()).hasText("1");
            assertThat(careful.iframe()).hasClass("preview");
            assertThat(careful.in("#preview")).containsText("May I help you with the pots?");
        }
    }

    /** He never opened the chat, and the page on which he logs out has not loaded it. */
    private static void leavesNothingToTheNextAtThisBrowser(Widget visitor, String goodbye) {
        Page page = visitor.page();
        String his = token(visitor);
        page.navigate(goodbye);
        assertThat(visitor.iframe()).hasCount(0);
        page.evaluate("Deskbell.reset()");
        assertThat(visitor.iframe()).hasCount(0);
        page.evaluate("Deskbell.open()");
        assertThat(token(visitor)).isNotEqualTo(his);
        page.close();
    }

    /** The secret by which the window knows who he is; waits until there is one. */
    private static String token(Widget visitor) {
        assertThat(visitor.iframe()).hasCount(1);
        return (String) Await.value("a token", () -> visitor.frame()
                .evaluate("Object.entries(localStorage).find(([name]) => name.endsWith('.token'))?.[1] ?? null"));
    }

    private static String shop(HostPages pages, String site, String title, String attributes) {
        return pages.page("<!doctype html><html lang=en><meta charset=utf-8><title>" + title + "</title><h1>A shop</h1>"
                + HostPages.tag(site, attributes));
    }

    private static Locator looker(Page desk, String text) {
        return desk.locator(".looker").filter(new Locator.FilterOptions().setHasText(text));
    }
}
