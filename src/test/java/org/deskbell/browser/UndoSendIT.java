package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C6: an agent takes back what he has just said. */
class UndoSendIT {

    @RegisterExtension
    final People people = new People();

    private Page page;

    @AfterEach
    void asUsual() {
        try (DeskClient ben = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            Frame off = Frame.of("prefer", "ref", ChatClient.ref(), "name", "unsend", "choice", "0");
            ben.sendAndWait(off, "preferred");
        }
    }

    @Test
    void whatIsTakenBackStandsInTheComposerAgainAndTheVisitorGetsWhatIsSaidInstead() {
        Widget visitor = people.visitor().open();
        String question = "Undo " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        page = ben.page();
        holdFor("20");

        ben.message(question).locator(".message-quote").focus();
        page.keyboard().press("Enter");
        ben.say("Yuo may");
        Locator held = ben.message("Yuo may");
        assertThat(held).containsText("Not sent yet");
        // By its button.
        ben.field().fill("have it tomorrow");
        held.locator(".unsend").focus();
        page.keyboard().press("Enter");
        assertThat(held).hasCount(0);
        assertThat(ben.field()).hasValue("Yuo may\nhave it tomorrow");
        assertThat(ben.field()).isFocused();
        assertThat(page.locator("#composer-about")).containsText(question);

        // By the key; then it is said at once, since closing comes behind it.
        ben.say("You may have it to");
        assertThat(ben.message("You may have it to")).containsText("Not sent yet");
        ben.field().blur();
        page.keyboard().press("z");
        assertThat(ben.field()).hasValue("You may have it to");
        ben.say("You may have it tomorrow");
        assertThat(ben.message("You may have it tomorrow")).containsText("Not sent yet");
        page.locator("#do-close").click();
        assertThat(visitor.message("You may have it tomorrow").locator(".quote"))
                .hasText(question);
        assertThat(visitor.frame().getByText("Yuo")).hasCount(0);
    }

    private void holdFor(String seconds) {
        page.locator("#settings-open").click();
        page.locator("#settings input[name=unsend][value='" + seconds + "']")
                .check(new Locator.CheckOptions().setForce(true));
        page.keyboard().press("Escape");
        assertThat(page.locator("#settings")).isHidden();
    }
}
