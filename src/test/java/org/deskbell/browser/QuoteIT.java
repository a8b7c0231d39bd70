package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C7: an agent answers one message, and so does a visitor. */
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

    @Test
    void aVisitorAnswersOneMessageByMouseAndByKeyboardAndItIsKeptOverAReload() {
        Widget visitor = people.visitor().open();
        String question = "Quoted " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        ben.field().fill("The red one or the blue one?");
        ben.field().press("Enter");
        Locator offer = visitor.message("The red one or the blue one?");
        assertThat(offer).isVisible();

        offer.hover();
        offer.locator(".answer").click();
        assertThat(visitor.field()).isFocused();
        Locator about = visitor.in(".answering");
        assertThat(about).containsText("The red one or the blue one?");
        // Escape takes it back, and nothing of the text; the window stays.
        visitor.field().fill("Red, please");
        visitor.field().press("Escape");
        assertThat(about).isHidden();
        assertThat(visitor.field()).hasValue("Red, please");

        visitor.in(".answer").focus();
        visitor.in(".answer").press("ArrowUp");
        assertThat(visitor.message(question).locator(".answer")).isFocused();
        visitor.in(".answer").press("ArrowDown");
        visitor.in(".answer").press("Enter");
        assertThat(about).containsText("The red one or the blue one?");
        visitor.page().reload();
        assertThat(about).containsText("The red one or the blue one?");
        assertThat(visitor.field()).hasValue("Red, please");
        visitor.field().press("Enter");
        assertThat(about).isHidden();

        Locator quote = visitor.in(".message.mine .quote");
        assertThat(quote).hasText("The red one or the blue one?");
        assertThat(ben.message("Red, please").locator(".quoted")).containsText("The red one or the blue one?");
        assertThat(visitor.in(".message.failed, .message.sending")).hasCount(0);
    }

    @Test
    void theButtonIsWhereTheMouseIsByTheTimeItsPartHasCome() {
        List<Route> held = new ArrayList<>();
        BrowserContext person = people.person();
        person.route("**/widget/quote/quote.js*", held::add);
        Widget visitor = people.visitorAt(person, People.at("demo/index.html")).open();
        String question = "Held " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        ben.field().fill("The red one or the blue one?");
        ben.field().press("Enter");
        Locator asked = visitor.message("The red one or the blue one?");
        assertThat(asked).isVisible();

        asked.hover();
        Await.until("the part is asked for", () -> {
            visitor.page().waitForTimeout(20);
            return !held.isEmpty();
        });
        visitor.message(question).hover();
        held.forEach(Route::resume);
        assertThat(visitor.message(question).locator(".answer")).hasCount(1);
    }
}
