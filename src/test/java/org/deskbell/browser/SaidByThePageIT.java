package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page's scripts say of the customer and of the conversation, all the way to the agent beside the thread (D10). */
class SaidByThePageIT {
    @RegisterExtension
    final People people = new People();

    @Test
    void whatThePageSaysIsBesideTheThreadAndChangesThereWhenThePageSaysSomethingElse() {
        String mark = "where is it? " + UUID.randomUUID();
        Widget visitor = people.visitor();
        assertThat(visitor.button()).isVisible();
        Page page = visitor.page();
        page.evaluate("Deskbell.setAttributes({plan: 'gold', seats: 5})");
        page.evaluate("Deskbell.setConversationAttributes({order: 4711, receipt: 'https://shop.example/r?o=4711'})");
        visitor.open().sayAndWait(mark);

        Inbox agent = people.agent().pick(mark);
        Locator said = agent.page().locator(".attributes-part");
        Locator customer = said.locator(".of-attributes");
        Locator conversation = said.locator(".of-about");
        assertThat(customer.locator("dt")).hasText(new String[] {"plan", "seats"});
        assertThat(customer.locator(".attribute-value")).hasText(new String[] {"gold", "5"});
        assertThat(conversation.locator("dt")).hasText(new String[] {"order", "receipt"});
        Locator link = conversation.locator("a");
        assertThat(link).hasAttribute("href", "https://shop.example/r?o=4711");
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(said).containsText("Nobody has verified it");
        assertThat(Axe.violations(agent.page(), "what the page says")).isEmpty();

        ConsoleMessage warning = page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().contains("\"cart\"")),
                () -> page.evaluate(
                        "Deskbell.setConversationAttributes({order: 4712, receipt: null, link: 'javascript:alert(1)', cart: {}})"));
        assertThat(warning.text()).contains("is left out: a value is a text");
        assertThat(conversation.locator(".attribute-value")).hasText(new String[] {"javascript:alert(1)", "4712"});
        assertThat(conversation.locator("a")).hasCount(0);
        assertThat(customer.locator("dt")).hasCount(2);
    }
}
