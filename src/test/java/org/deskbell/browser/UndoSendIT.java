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

    /** D7 with C6: what follows an answer comes back with it, and is done when it is said. */
    @Test
    void whatFollowsAnAnswerComesBackWithItAndIsStillThereAfterAReload() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/labels"));
        admin.locator("#name").fill("Later " + mark);
        admin.locator("#add").click();
        admin.navigate(People.at("console/answer?scope=shared"));
        admin.locator("#shortcut").fill("later-" + mark);
        admin.locator("#title").fill("Later " + mark);
        admin.locator("#text").fill("Good bye " + mark);
        admin.getByLabel("Later " + mark).check();
        admin.locator("#then").selectOption("close");
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).containsText("The answer is there.");

        Widget visitor = people.visitor().open();
        String question = "Steps " + mark;
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        page = ben.page();
        holdFor("20");
        ben.field().fill("");
        ben.field().pressSequentially("/later-" + mark);
        assertThat(page.locator("#answers .answer-steps")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#composer-steps")).containsText("Later " + mark);
        page.reload();
        assertThat(page.locator("#composer-steps")).containsText("Later " + mark);
        assertThat(ben.field()).hasValue("Good bye " + mark);

        ben.field().press("Enter");
        Locator held = ben.message("Good bye " + mark);
        assertThat(held).containsText("Not sent yet");
        assertThat(page.locator("#toasts")).containsText("closed");
        assertThat(page.locator("#composer-steps")).isHidden();
        held.locator(".unsend").click();
        assertThat(ben.field()).hasValue("Good bye " + mark);
        assertThat(page.locator("#composer-steps")).containsText("Later " + mark);
        assertThat(page.locator("#composer-steps")).containsText("close");
        assertThat(page.locator("#customer .customer-labels")).isHidden();

        page.locator("#settings-open").click();
        page.locator("#settings input[name=unsend][value='0']").check(new Locator.CheckOptions().setForce(true));
        page.keyboard().press("Escape");
        ben.field().press("Enter");
        assertThat(visitor.message("Good bye " + mark)).isVisible();
        assertThat(page.locator("#customer .customer-labels")).containsText("Later " + mark);
        assertThat(page.locator("#toasts")).containsText("closed");
        assertThat(page.locator(".thread-state")).containsText("Closed");
    }

    @Test
    void whatTheVisitorEndedMeanwhileStaysEndedUntilTheAgentWantsItSaid() {
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            String question = "Ended " + UUID.randomUUID();
            visitor.sayAndWait(question);
            Inbox ben = people.agent().pick(question).claim();
            page = ben.page();
            holdFor("5");
            ben.say("Anything else?");
            Locator held = ben.message("Anything else?");
            assertThat(held).containsText("Not sent yet");
            visitor.send(Frame.of("end", "ref", ChatClient.ref()));
            assertThat(held).containsText("Not sent: the conversation is closed.");
            held.locator(".retry").click();
            visitor.awaitText("Anything else?");
        }
    }

    private void holdFor(String seconds) {
        page.locator("#settings-open").click();
        page.locator("#settings input[name=unsend][value='" + seconds + "']")
                .check(new Locator.CheckOptions().setForce(true));
        page.keyboard().press("Escape");
        assertThat(page.locator("#settings")).isHidden();
    }
}
