package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent joins a colleague's conversation, by keyboard and by mouse, and the visitor sees who speaks. */
class JoinIT {
    @RegisterExtension
    final People people = new People();

    @Test
    void aColleagueJoinsByKeyboardAnswersAndLeaves() {
        String text = "Two of you? " + UUID.randomUUID();
        Widget visitor = people.visitor().open();
        visitor.sayAndWait(text);
        Inbox ben = people.agent(Demo.AGENT).pick(text).claim();
        Page desk = people.staff(Demo.OTHER_AGENT, options -> options.setBypassCSP(true))
                .newPage();
        Inbox chloe = Inbox.open(desk).pick(text);
        assertThat(desk.locator("#composer-blocked")).containsText(Pattern.compile("Ben.* has this conversation"));
        assertThat(desk.locator("#blocked-join")).isVisible();
        assertThat(Axe.violations(desk, "a colleague's conversation")).isEmpty();

        desk.locator(".thread-name").focus();
        desk.keyboard().press("i");
        assertThat(desk.locator(".thread-state")).containsText(Pattern.compile("Assigned to .*Ben"));
        assertThat(desk.locator("#company")).containsText(Pattern.compile("Also in it: .*You"));
        assertThat(desk.locator("#log")).containsText("You joined the conversation");
        assertThat(ben.page().locator("#company")).containsText(Pattern.compile("Also in it: .*Chloe"));
        assertThat(desk.locator("#do-close")).isHidden();
        assertThat(Axe.violations(desk, "joined")).isEmpty();
        desk.keyboard().press("r");
        desk.keyboard().type("Chloe here");
        desk.keyboard().press("Enter");
        assertThat(visitor.message("Chloe here").locator(".author")).containsText("Chloe");
        ben.sayAndWait("And Ben");
        assertThat(visitor.message("And Ben").locator(".author")).containsText("Ben");
        assertThat(visitor.in("body")).containsText(Pattern.compile("Chloe.* has joined the chat"));

        chloe.box("Mine").click();
        assertThat(chloe.row("And Ben").locator(".row-owner")).containsText("Ben");
        desk.locator(".thread-name").focus();
        desk.keyboard().press("Control+k");
        desk.keyboard().type("leave");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#log")).containsText("You left the conversation");
        assertThat(desk.locator("#composer-blocked")).isVisible();
        assertThat(visitor.in("body")).containsText(Pattern.compile("Chloe.* has left the chat"));
        assertThat(chloe.row("And Ben")).hasCount(0);
    }

    @Test
    void onAPhoneOneJoinsWhereOneWouldWrite() {
        String text = "On a phone " + UUID.randomUUID();
        Widget visitor = people.visitor().open();
        visitor.sayAndWait(text);
        people.agent(Demo.AGENT).pick(text).claim();
        Page desk = people.staff(Demo.OTHER_AGENT, options -> options.setViewportSize(390, 844))
                .newPage();
        Inbox chloe = Inbox.open(desk);
        chloe.box("All").click();
        chloe.row(text).locator("a").click();
        desk.locator("#blocked-join").click();
        assertThat(desk.locator("#text")).isFocused();
        desk.locator("#do-more").click();
        assertThat(desk.locator("#do-part")).isFocused();
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#blocked-join")).isVisible();
        Locator page = desk.locator("body");
        assertThat((Boolean) page.evaluate("body => body.scrollWidth <= innerWidth"))
                .isTrue();
    }
}
