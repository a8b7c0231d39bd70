package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody said is copied as it was written. */
class CopyIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aMessageIsCopiedByKeyboardAndSaysSo() {
        Widget visitor = people.visitor().open();
        String mark = UUID.randomUUID().toString();
        String text = "Order **4711** " + mark;
        visitor.say(text);
        Inbox ben = people.agent().pick(mark);
        Page page = ben.page();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Locator copy = ben.message(mark).locator(".message-copy");
        assertThat(copy).hasAttribute("aria-label", "Copy the text");
        copy.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("The text is copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(text);
    }
}
