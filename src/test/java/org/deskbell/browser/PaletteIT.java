package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command palette (D4): everything an agent can do or reach, from one field. */
class PaletteIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void everythingIsReachedByKeyboardAloneAlsoWhileWriting() {
        Widget visitor = people.visitor().open();
        String mark = "palette " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent();
        Page page = agent.page();
        agent.box("All").click();
        assertThat(agent.row(mark)).isVisible();

        ask(page, mark);
        page.keyboard().press("Enter");
        assertThat(agent.message(mark)).isVisible();
        assertThat(page.locator(".thread-name")).isFocused();
        ask(page, "assign me");
        page.keyboard().press("Enter");
        assertThat(page.locator("#do-claim")).isHidden();

        agent.field().fill("half a sentence");
        agent.field().focus();
        ask(page, "hand b");
        assertThat(options(page).first()).containsText("Hand back");
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette")).isHidden();
        assertThat(agent.field()).isFocused();
        assertThat(agent.field()).hasValue("half a sentence");

        ask(page, "send and close");
        page.keyboard().press("Enter");
        assertThat(visitor.message("half a sentence")).isVisible();
        ask(page, "undo");
        page.keyboard().press("Enter");
        assertThat(page.locator("#do-close")).isVisible();
    }

    @Test
    void itSaysWhatItIsWhatIsChosenAndThatNothingWasFound() {
        Page page = people.agent().page();
        page.locator("#palette-open").click();
        Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Commands and search"));
        assertThat(field).isFocused();
        assertThat(field).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        Locator chosen = page.locator("#palette-list [aria-selected=true]");
        assertThat(chosen).hasCount(1);
        assertThat(field).hasAttribute("aria-activedescendant", chosen.getAttribute("id"));
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(options(page).last()).hasAttribute("aria-selected", "true");

        page.keyboard().type("zzzzqq");
        assertThat(page.locator("#palette-empty")).containsText("Nothing matches “\u2068zzzzqq\u2069”");
        assertThat(field).hasAttribute("aria-expanded", "false");
        page.keyboard().press("Enter");
        assertThat(page.locator("#palette")).isVisible();
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette")).isHidden();
    }

    @Test
    void onlyPagesTheAgentMayOpenAreThereAndTheMouseWorksToo() {
        Page agent = people.agent().page();
        ask(agent, "");
        assertThat(options(agent).filter(text("Your account"))).hasCount(1);
        assertThat(options(agent).filter(text("Agents"))).hasCount(0);

        Page admin = people.agent(Demo.ADMINISTRATOR).page();
        ask(admin, "agents");
        options(admin).first().click();
        admin.waitForURL("**/console/agents");
        admin.goBack();
        new Inbox(admin).ready();
        admin.locator("#palette-open").click();
        assertThat(admin.locator("#palette-list [role=group]").first()).hasAttribute("aria-label", "Recent");
        assertThat(options(admin).first()).containsText("Agents");
    }

    @Test
    void itHasNoViolation() {
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox.open(page);
        ask(page, "");
        List<String> open = Axe.violations(page, "palette");
        page.keyboard().type("zzzzqq");
        assertThat(page.locator("#palette-empty")).isVisible();
        assertThat(open).isEmpty();
        assertThat(Axe.violations(page, "palette without results")).isEmpty();
    }

    private static void ask(Page page, String text) {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette-text")).isFocused();
        page.keyboard().type(text);
    }

    private static Locator options(Page page) {
        return page.locator("#palette-list [role=option]");
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
