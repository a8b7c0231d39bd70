package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console as its agent likes it (D5): keys, look, density, what Enter does, on every device of his. */
class SettingsIT {

    @RegisterExtension
    final People people = new People();

    private Page mine;

    @AfterEach
    void asUsual() {
        if (mine == null || mine.isClosed()) return;
        Inbox.open(mine);
        for (String usual : new String[] {"auto", "normal", "waiting", "send", "stay"}) {
            settings(mine);
            mine.locator("#settings input[value=" + usual + "]").check(new Locator.CheckOptions().setForce(true));
            mine.keyboard().press("Escape");
        }
        settings(mine);
        if (mine.locator("#keys-reset").isVisible()) mine.locator("#keys-reset").click();
        mine.keyboard().press("Escape");
    }

    @Test
    void aKeyIsChangedByKeyboardAloneAndIsTheSameOnAnotherDevice() {
        Page page = mine = people.agent(Demo.ADMINISTRATOR).page();
        Page phone = people.agent(Demo.ADMINISTRATOR).page();
        settings(page);
        Locator cap = cap(page, "Show the box");
        cap.first().focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Alt+q");
        assertThat(page.locator(".own-keys-word")).containsText("Alt");
        page.keyboard().press("r");
        Locator problem = page.locator(".own-key-problem:visible");
        assertThat(problem).containsText("R");
        assertThat(problem).containsText("Write a reply");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Use it here instead").locator("visible=true"))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(cap.first()).hasText("R");
        assertThat(cap(page, "Write a reply").first()).hasText("None");
        cap(page, "Assign to me").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("q");
        assertThat(page.locator(".own-keys-word")).containsText("Q");
        page.keyboard().press("Escape");
        assertThat(page.locator("#settings")).isHidden();

        assertThat(phone.locator("#do-claim")).hasAttribute("aria-keyshortcuts", "Q");
        phone.locator("#rows-panel").focus();
        phone.keyboard().press("3");
        phone.keyboard().press("r");
        assertThat(new Inbox(phone).box("Mine")).hasAttribute("aria-selected", "true");
        phone.keyboard().press("?");
        assertThat(phone.locator("#help .keys div").filter(text("Assign to me")))
                .containsText("Q");
        assertThat(phone.locator("#help .keys div").filter(text("Write a reply")))
                .hasCount(0);
        phone.locator("#help-settings").click();
        phone.locator("#keys-reset").click();
        assertThat(page.locator("#do-claim")).hasAttribute("aria-keyshortcuts", "A");
        phone.locator("#keys-reset").click();
        assertThat(page.locator("#do-claim")).hasAttribute("aria-keyshortcuts", "Q");
    }

    @Test
    void lookAndDensityHoldAtOnceEverywhereAndAfterAReload() {
        Page page = mine = people.agent(Demo.OTHER_AGENT).page();
        Page other = people.agent(Demo.OTHER_AGENT).page();
        settings(page);
        radio(page, "Dark").check(new Locator.CheckOptions().setForce(true));
        radio(page, "Dense").check(new Locator.CheckOptions().setForce(true));
        Locator root = other.locator("html");
        assertThat(root).hasAttribute("data-scheme", "dark");
        assertThat(root).hasAttribute("data-density", "compact");
        other.navigate(People.at("console/account"));
        assertThat(root).hasAttribute("data-scheme", "dark");
        assertThat(other.locator("body")).hasCSS("color-scheme", "dark");
    }

    @Test
    void whereEnterMakesANewLineControlWithItSends() {
        Widget visitor = people.visitor().open();
        String mark = "enter " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Page page = mine = people.agent(Demo.OTHER_AGENT).page();
        Inbox agent = new Inbox(page);
        settings(page);
        radio(page, "New line").check(new Locator.CheckOptions().setForce(true));
        page.keyboard().press("Escape");
        agent.pick(mark).claim();
        agent.field().focus();
        page.keyboard().type("one");
        page.keyboard().press("Enter");
        page.keyboard().type("two");
        assertThat(agent.field()).hasValue("one\ntwo");
        page.keyboard().press("Control+Enter");
        assertThat(visitor.message("one")).containsText("two");
        assertThat(page.locator("#do-close")).isVisible();
    }

    @Test
    void closingGoesOnToTheNextAndTheKeysGoOnFromThere() {
        String mark = "onward " + UUID.randomUUID();
        for (int n = 0; n < 4; n++) people.visitor().open().sayAndWait(mark + " " + n);
        Page page = mine = people.agent(Demo.OTHER_AGENT).page();
        Inbox agent = new Inbox(page);
        agent.box("Unassigned").click();
        page.locator("#filter").fill(mark);
        Locator rows = page.locator("#rows .row");
        assertThat(rows).hasCount(4);
        rows.nth(1).locator("a").click();
        assertThat(agent.message(mark + " 1")).isVisible();
        page.locator("#log-scroll").focus();
        page.keyboard().press("e");
        assertThat(rows).hasCount(3);
        assertThat(agent.message(mark + " 1")).isVisible();
        page.keyboard().press("j");
        assertThat(agent.message(mark + " 2")).isVisible();

        page.keyboard().press("Control+k");
        page.keyboard().type("after closing, go");
        page.keyboard().press("Enter");
        page.keyboard().press("e");
        assertThat(agent.message(mark + " 3")).isVisible();
        page.keyboard().press("z");
        assertThat(rows.nth(1)).not().containsText("Closing");
        page.keyboard().press("r");
        page.keyboard().type("Bye");
        page.keyboard().press("Control+Enter");
        assertThat(agent.message(mark + " 2")).isVisible();
        settings(page);
        assertThat(radio(page, "Next conversation")).isChecked();
    }

    @Test
    void theSettingsHaveNoViolation() {
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox.open(page);
        settings(page);
        cap(page, "Assign to me").click();
        page.keyboard().press("r");
        assertThat(page.locator(".own-key-problem:visible")).isVisible();
        assertThat(Axe.violations(page, "settings")).isEmpty();
    }

    private static void settings(Page page) {
        page.locator("#settings-open").click();
        assertThat(page.locator("#settings")).isVisible();
    }

    private static Locator cap(Page page, String command) {
        return page.locator(".own-key").filter(text(command)).locator(".own-key-cap");
    }

    private static Locator radio(Page page, String name) {
        return page.locator("#settings")
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
