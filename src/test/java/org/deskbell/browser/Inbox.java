package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The inbox, as an agent sees and uses it. */
record Inbox(Page page) {

    static Inbox open(Page page) {
        page.navigate(People.at("console/inbox"));
        return new Inbox(page).ready();
    }

    Inbox ready() {
        assertThat(page.locator("#status")).hasAttribute("data-status", "online");
        return this;
    }

    Locator row(String text) {
        return page.locator("#rows .row").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator box(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    /** Opens the conversation whose last message has this text. */
    Inbox pick(String text) {
        box("All").click();
        page.locator("#filter").fill(text);
        row(text).locator("a").click();
        assertThat(message(text).first()).isVisible();
        page.locator("#filter").fill("");
        return this;
    }

    Inbox claim() {
        page.locator("#do-claim").click();
        assertThat(page.locator("#do-claim")).isHidden();
        return this;
    }

    Locator message(String text) {
        return page.locator("#log .message").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator field() {
        return page.locator("#text");
    }

    Inbox say(String text) {
        field().fill(text);
        field().press("Enter");
        return this;
    }

    /** Answers and waits until the server has it. */
    Inbox sayAndWait(String text) {
        say(text);
        assertThat(message(text)).isVisible();
        assertThat(page.locator("#log .message.is-sending")).hasCount(0);
        assertThat(page.locator("#log .message.is-failed")).hasCount(0);
        return this;
    }
}
