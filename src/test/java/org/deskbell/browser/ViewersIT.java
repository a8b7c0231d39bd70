package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who else looks at a conversation or writes in it (D12, D13), before two people answer at once. */
class ViewersIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void colleaguesAreSeenWhileTheyLookAndWhileTheyWrite() {
        Widget visitor = people.visitor().open();
        String mark = "who else " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox ben = Inbox.open(page).pick(mark);
        assertThat(page.locator("#viewers")).isHidden();
        Inbox chloe = people.agent(Demo.OTHER_AGENT).pick(mark);

        assertThat(page.getByRole(
                        AriaRole.LIST, new Page.GetByRoleOptions().setName("Also looking at this conversation")))
                .containsText("Chloe");
        assertThat(chloe.page().locator("#viewers")).containsText("Ben");
        chloe.field().pressSequentially("I would say");
        assertThat(page.locator("#composer-also")).containsText("Chloe");
        assertThat(page.locator("#typing")).isHidden();
        chloe.field().fill("");
        assertThat(page.locator("#composer-also")).isHidden();

        chloe.claim();
        chloe.field().pressSequentially("or rather");
        assertThat(page.locator("#composer-also")).isVisible();
        assertThat(Axe.violations(page, "a colleague writes")).isEmpty();
        chloe.page().close();
        assertThat(page.locator("#viewers")).isHidden();
        assertThat(ben.message(mark)).isVisible();
    }
}
