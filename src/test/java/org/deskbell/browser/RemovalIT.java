package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C5: an agent takes a message back. */
class RemovalIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aMessageIsRemovedByKeyboardWithAnUndoAndGoneOnBothSides() {
        Widget visitor = people.visitor().open();
        String question = "Removal " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        Page page = ben.page();
        ben.sayAndWait("The code is 1234");
        ben.sayAndWait("Anything else?");
        assertThat(visitor.message("Anything else?")).isVisible();
        Locator message = ben.message("The code is 1234");
        Locator button = message.locator(".message-remove");
        assertThat(button).hasAccessibleName("Remove message");
        assertThat(ben.message(question).locator(".message-remove")).isHidden();

        button.focus();
        page.keyboard().press("Enter");
        assertThat(button).isHidden();
        assertThat(page.locator(".toast")).containsText("Message removed");
        page.keyboard().press("z");
        assertThat(button).isVisible();
        assertThat(visitor.message("The code is 1234")).isVisible();

        button.focus();
        page.keyboard().press("Enter");
        Locator gone = page.locator("#log .message.is-removed .bubble");
        assertThat(gone).hasText("Message removed");
        assertThat(visitor.in(".message.gone .bubble")).hasText("Message removed");
        assertThat(visitor.in("body")).not().containsText("1234");
        assertThat(page.locator("#log")).not().containsText("1234");
        assertThat(visitor.message("Anything else?")).isVisible();

        page.reload();
        visitor.page().reload();
        assertThat(gone).hasText("Message removed");
        assertThat(visitor.in(".message.gone .bubble")).hasText("Message removed");
        assertThat(page.locator("#log")).not().containsText("1234");
    }
}
