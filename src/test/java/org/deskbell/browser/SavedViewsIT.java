package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list, a label and a filter under a name of the agent's own (D11), by keyboard too, and on the next page he opens. */
class SavedViewsIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aViewIsSavedFoundAgainRemovedAndBroughtBack() {
        String name = "View " + UUID.randomUUID().toString().substring(0, 8);
        String filter = "nothing has " + name;
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox.open(page).box("Closed").click();
        page.locator("#filter").fill(filter);
        page.locator("#views-open").click();
        assertThat(Axe.violations(page, "the menu of saved views")).isEmpty();
        item(page, "Save this view…").click();
        page.locator("#view-name").fill(" ");
        page.keyboard().press("Enter");
        assertThat(page.locator("#view-problem")).hasText("Give the view a name");
        assertThat(Axe.violations(page, "a view without a name")).isEmpty();
        page.locator("#view-name").fill(name);
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("View “" + Help.named(name) + "” saved");

        Page next = page.context().newPage();
        Inbox.open(next);
        next.locator("#rows-panel").focus();
        next.keyboard().press("Control+k");
        next.keyboard().type(name);
        assertThat(next.locator("#palette-list [role=option]").first()).containsText(name);
        next.keyboard().press("Enter");
        assertThat(next.locator("#filter")).hasValue(filter);
        assertThat(next.locator("#tab-closed")).hasAttribute("aria-selected", "true");

        next.locator("#views-open").click();
        assertThat(next.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(name)))
                .hasAttribute("aria-checked", "true");
        item(next, "Remove “" + Help.named(name) + "”").click();
        next.locator("#toasts .undo").click();
        next.locator("#views-open").click();
        assertThat(item(next, "Remove “" + Help.named(name) + "”")).isVisible();
        item(next, "Remove “" + Help.named(name) + "”").click();
        next.locator("#views-open").click();
        assertThat(item(next, "Save this view…")).isVisible();
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }
}
