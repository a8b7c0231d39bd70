package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several conversations at once (D11): selected by keyboard or mouse, taken, handed back, snoozed, labelled and closed, with an undo. */
class ManyIT {

    private static final int MANY = 6;

    @RegisterExtension
    final People people = new People();

    private final List<ChatClient> visitors = new ArrayList<>();
    private final String mark = "many " + UUID.randomUUID();

    @AfterEach
    void theyLeave() {
        visitors.forEach(ChatClient::close);
    }

    @Test
    void theyAreTakenAndClosedByKeyboardAlone() {
        Page page = several();
        page.keyboard().press("x");
        assertThat(page.locator("#selection")).containsText("Selected: 1");
        page.keyboard().press("Control+k");
        page.keyboard().type("select all");
        page.keyboard().press("Enter");
        assertThat(page.locator("#selection")).containsText("Selected: " + MANY);
        page.keyboard().press("a");
        assertThat(page.locator("#toasts")).containsText(MANY + " more conversations");
        assertThat(page.locator("#work")).isHidden();
        assertThat(rows(page)).hasCount(0);

        page.keyboard().press("1");
        assertThat(rows(page)).hasCount(MANY);
        select(page);
        page.keyboard().press("e");
        assertThat(rows(page).first()).containsText("Closing");
        page.keyboard().press("z");
        assertThat(page.locator("#selection")).containsText("Selected: " + MANY);
        page.keyboard().press("e");
        assertThat(rows(page)).hasCount(0);
        page.keyboard().press("4");
        assertThat(rows(page)).hasCount(MANY);
    }

    @Test
    void theyAreLabelledAndSnoozedByKeyboardAndWhatGoesWithOneAloneSaysSo() {
        Page page = several();
        page.keyboard().press("Enter");
        assertThat(new Inbox(page).message(mark)).hasCount(1);
        rows(page).nth(1).locator("a").focus();
        page.keyboard().press("x");
        rows(page).nth(2).locator("a").focus();
        page.keyboard().press("x");
        page.keyboard().press("r");
        assertThat(page.locator("#toasts")).containsText("works with one conversation");
        assertThat(page.locator("#text")).not().isFocused();

        page.keyboard().press("l");
        assertThat(page.locator("#labels-title")).hasText("Labels: 2");
        page.keyboard().type("refund");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        assertThat(page.locator("#toasts")).containsText("put on: 2");
        assertThat(page.locator("#rows .label-pill")).hasCount(2);
        assertThat(rows(page).first().locator(".label-pill")).hasCount(0);
        assertThat(page.locator("#selection")).containsText("Selected: 2");
        assertThat(Axe.violations(page, "rows labelled")).isEmpty();

        page.keyboard().press("s");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("Snoozed: 2");
        assertThat(rows(page).nth(1)).containsText("Snoozing");
        page.keyboard().press("z");
        assertThat(page.locator("#selection")).containsText("Selected: 2");
        page.keyboard().press("s");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(rows(page)).hasCount(MANY - 2);
        page.keyboard().press("5");
        assertThat(rows(page)).hasCount(2);
    }

    @Test
    void aRangeIsSelectedByMouseAndTheSelectionIsClearedByEscape() {
        Page page = several();
        rows(page).nth(1).locator(".row-pick").click();
        rows(page).nth(4).locator("a").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.locator("#selection")).containsText("Selected: 4");
        assertThat(rows(page).nth(2).locator(".row-pick")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#selection [data-way=release]")).isDisabled();
        assertThat(Axe.violations(page, "rows selected")).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.locator("#selection")).isHidden();
        assertThat(page.locator("#filter")).isVisible();
    }

    /** An inbox whose list holds the conversations of this test alone, with the focus on the first. */
    private Page several() {
        for (int n = 0; n < MANY; n++) {
            ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
            visitor.sayAndWait(mark + " " + n);
            visitors.add(visitor);
        }
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox.open(page).box("Unassigned").click();
        page.locator("#filter").fill(mark);
        assertThat(rows(page)).hasCount(MANY);
        rows(page).first().locator("a").focus();
        return page;
    }

    private static void select(Page page) {
        page.keyboard().press("Control+k");
        page.keyboard().type("select all");
        page.keyboard().press("Enter");
        assertThat(page.locator("#selection")).isVisible();
    }

    private Locator rows(Page page) {
        return page.locator("#rows .row");
    }
}
