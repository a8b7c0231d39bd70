package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents tell each other in a conversation. */
class NotesIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aNoteByKeyboardReachesTheColleagueItMentionsAndNotTheVisitor() {
        Widget visitor = people.visitor().open();
        String question = "Where is it " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox chloe = people.agent(Demo.OTHER_AGENT);
        Inbox ben = people.agent().pick(question);
        ben.page().locator("#log-scroll").focus();

        ben.page().keyboard().press("n");
        assertThat(ben.field()).isFocused();
        ben.page().keyboard().type("Is it in the warehouse, @chl");
        assertThat(ben.page().getByRole(AriaRole.OPTION)).hasCount(1);
        ben.page().keyboard().press("Enter");
        ben.page().keyboard().type("?");
        assertThat(ben.field()).hasValue("Is it in the warehouse, @Chloe ?");
        ben.page().keyboard().press("Enter");
        Locator note = ben.message("Is it in the warehouse");
        assertThat(note).hasClass(Pattern.compile("is-note"));
        assertThat(ben.page().locator("#log .message.is-sending")).hasCount(0);
        assertThat(ben.page().locator(".thread-state")).containsText("Unassigned");

        Locator toast = chloe.page().locator(".toast").filter(new Locator.FilterOptions().setHasText("mentioned you"));
        assertThat(toast).isVisible();
        chloe.box("All").click();
        assertThat(chloe.row(question).locator(".row-mention")).isVisible();
        toast.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                .click();
        chloe.page().bringToFront();
        assertThat(chloe.message("Is it in the warehouse").locator(".mention.is-me"))
                .hasText("@Chloe");
        assertThat(chloe.row(question).locator(".row-mention")).isHidden();

        chloe.say("I have a look");
        assertThat(visitor.message("I have a look")).isVisible();
        assertThat(visitor.in("body")).not().containsText("warehouse");
    }

    @Test
    void replyAndNoteEachKeepWhatWasBegun() {
        Widget visitor = people.visitor().open();
        String question = "Hello " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        Page page = ben.page();

        ben.field().fill("Dear customer");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        assertThat(ben.field()).hasValue("");
        ben.field().fill("for us");
        page.reload();
        ben.ready();
        assertThat(ben.field()).hasValue("Dear customer");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Note").setExact(true))
                .click();
        assertThat(ben.field()).hasValue("for us");
    }

    @Test
    void whoeverHasTheConversationAnotherMayLeaveANote() {
        Widget visitor = people.visitor().open();
        String question = "Taken " + UUID.randomUUID();
        visitor.sayAndWait(question);
        people.agent(Demo.OTHER_AGENT).pick(question).claim();
        Inbox ben = people.agent().pick(question);

        assertThat(ben.field()).isHidden();
        ben.page().locator("#blocked-note").click();
        assertThat(ben.field()).isFocused();
        ben.say("I know this one");
        assertThat(ben.message("I know this one").locator(".note-tag")).isVisible();
        assertThat(ben.page().locator("#log .message.is-sending")).hasCount(0);
    }
}
