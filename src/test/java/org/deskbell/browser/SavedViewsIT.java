package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
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

    @Test
    void aViewOfALabelThatWasRemovedSaysSoAndTheListIsWholeAgainByOnePress() {
        String name = "Past " + UUID.randomUUID().toString().substring(0, 8);
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/labels"));
        admin.locator("#name").fill(name);
        admin.locator("#add").click();
        assertThat(admin.locator("#toast")).isVisible();
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox.open(page);
        page.locator("#label-filter").click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(name))
                .click();
        assertThat(page.locator("#label-line")).containsText(name);

        admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .click();
        admin.locator("#ask").click();
        admin.locator("#remove").click();
        assertThat(page.locator("#label-line")).containsText("a label that was removed");
        assertThat(page.locator("#label-filter")).hasClass(Pattern.compile("is-on"));
        assertThat(Axe.violations(page, "the list of a label that was removed")).isEmpty();
        page.locator("#label-line .label-clear").click();
        assertThat(page.locator("#label-line")).isHidden();
        assertThat(page.locator("#label-filter")).isFocused();
    }

    private static Locator item(Page page, String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }
}
