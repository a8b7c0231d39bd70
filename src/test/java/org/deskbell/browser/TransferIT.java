package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A conversation goes from one agent to another, by keyboard alone. */
class TransferIT {
    @RegisterExtension
    final People people = new People();

    @Test
    void anAgentHandsAConversationOnByKeyboardAndTheColleagueGoesOn() {
        String text = "Which soil for a fern? " + UUID.randomUUID();
        Widget visitor = people.visitor().open();
        visitor.say(text);
        Inbox ada = people.agent(Demo.ADMINISTRATOR);
        Inbox ben = people.agent(Demo.AGENT);
        ada.pick(text);
        Page desk = ada.page();
        desk.keyboard().press("Escape");
        desk.locator(".thread-name").focus();
        desk.keyboard().press("a");
        assertThat(desk.locator(".thread-state")).containsText("Assigned to you");

        desk.keyboard().press("t");
        Locator dialog = desk.locator("#transfer");
        assertThat(dialog).isVisible();
        org.assertj.core.api.Assertions.assertThat(Axe.violations(desk, "handing on"))
                .isEmpty();
        desk.keyboard().type("be");
        assertThat(dialog.locator("[role=option]")).hasCount(1);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("#toasts")).containsText(Pattern.compile("goes to .*Ben"));
        desk.keyboard().press("z");
        assertThat(desk.locator(".thread-state")).containsText("Assigned to you");
        desk.keyboard().press("t");
        desk.keyboard().type("be");
        Locator note = desk.locator("#transfer-note");
        note.fill("Knows about soil");
        // Text is marked with the mouse from the field to beside the dialog, which stays.
        BoundingBox box = note.boundingBox();
        desk.mouse().move(box.x + 60, box.y + 12);
        desk.mouse().down();
        desk.mouse().move(2, 2);
        desk.mouse().up();
        assertThat(note).hasValue("Knows about soil");
        assertThat(dialog).isVisible();
        desk.mouse().click(2, 2);
        assertThat(dialog).isHidden();
        desk.keyboard().press("t");
        assertThat(note).hasValue("Knows about soil");
        desk.keyboard().press("Escape");
        desk.locator("#way-note").click();
        assertThat(desk.locator("#text")).hasValue("Knows about soil");
        desk.locator("#way-reply").click();
        desk.locator(".thread-name").focus();
        desk.keyboard().press("t");
        desk.keyboard().type("be");
        note.fill("Knows about soil, asks about light");
        desk.keyboard().press("Control+Enter");

        assertThat(desk.locator("#log")).containsText(Pattern.compile("You handed the conversation on to .*Ben"));
        assertThat(desk.locator(".thread-state")).containsText(Pattern.compile("Assigned to .*Ben"));
        desk.locator("#blocked-note").click();
        assertThat(desk.locator("#text")).hasValue("");
        ben.box("Mine").click();
        ben.row(text).locator("a").click();
        assertThat(ben.page().locator("#log")).containsText(Pattern.compile("Ada.* handed the conversation on to you"));
        assertThat(ben.page().locator("#log")).containsText("Knows about soil, asks about light");
        ben.sayAndWait("Ben here: airy soil.");
        assertThat(visitor.message("Ben here: airy soil.")).isVisible();
        assertThat(visitor.message("Knows about soil, asks about light")).hasCount(0);

        desk.locator(".thread-name").focus();
        desk.keyboard().press("o");
        assertThat(desk.locator(".thread-state")).containsText("Assigned to you");
        assertThat(desk.locator("#log")).containsText(Pattern.compile("You took the conversation over from .*Ben"));
        assertThat(ben.page().locator("#toasts"))
                .containsText(Pattern.compile("Ada.* has taken over your conversation"));
        assertThat(ben.page().locator(".thread-state")).containsText(Pattern.compile("Assigned to .*Ada"));
    }
}
