package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;
import org.deskbell.support.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C1: what a visitor writes is seen before he sends it, which he is told before he writes. */
class UnsentIT {
    private static final HostPages PAGES = new HostPages();

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void theVisitorIsToldAndTheAgentSeesItUntilItIsSentOrSwitchedOff() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        House house = new House(People.server());
        house.showUnsent(site, true);
        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost") + PAGES.withChat(site))
                .open();
        Locator line = visitor.in(".unsent");
        assertThat(line).hasText("Our team can see what you type before you send it");
        String mark = "unsent " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Page page =
                people.staff(Demo.AGENT, options -> options.setBypassCSP(true)).newPage();
        Inbox ben = Inbox.open(page).pick(mark);
        Locator unsent = page.locator("#unsent");
        assertThat(unsent).isHidden();

        visitor.field().fill("Where is my parcel");
        // It is forgotten six seconds after the last letter: on a busy machine there is one more.
        Await.until("what is not sent yet, and that it is so", () -> {
            visitor.field().pressSequentially("l");
            return unsent.textContent().startsWith("Where is my parcel")
                    && page.locator("#typing").textContent().contains("not sent yet");
        });
        visitor.field().fill("<b>Where</b> is it?");
        assertThat(unsent).hasText("<b>Where</b> is it?");
        assertThat(Axe.violations(page, "what is not sent yet")).isEmpty();
        visitor.field().press("Enter");
        assertThat(ben.message("is it?")).isVisible();
        assertThat(unsent).isHidden();

        house.showUnsent(site, false);
        assertThat(line).isHidden();
    }
}
