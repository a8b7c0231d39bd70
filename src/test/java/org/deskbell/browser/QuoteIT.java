package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C7: an agent answers one message. */
class QuoteIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void anAgentAnswersOneMessageAndBothSidesSeeWhichAndGoThere() {
        Widget visitor = people.visitor().open();
        String question = "Quote " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        Page page = ben.page();
        ben.message(question).locator(".message-quote").focus();
        page.keyboard().press("Enter");
        assertThat(ben.field()).isFocused();
        Locator about = page.locator("#composer-about");
        assertThat(about).containsText(question);
        // Escape takes it back, and nothing of the text.
        ben.field().fill("Yes, we have");
        ben.field().press("Escape");
        assertThat(about).isHidden();
        assertThat(ben.field()).hasValue("Yes, we have");
        assertThat(ben.field()).isFocused();

        ben.message(question).locator(".message-quote").focus();
        page.keyboard().press("Enter");
        ben.field().press("Enter");
        assertThat(about).isHidden();
        Locator quoted = ben.message("Yes, we have").locator(".quoted");
        assertThat(quoted).containsText(question);
        Locator quote = visitor.message("Yes, we have").locator(".quote");
        assertThat(quote).hasText(question);

        visitor.page().reload();
        page.reload();
        assertThat(quoted).containsText(question);
        assertThat(quote).hasText(question);
        quoted.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#log .message.is-pointed .bubble")).hasText(question);
    }
}
