package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** B12: an agent offers what his message can be answered with, and the visitor answers with one press. */
class ChoicesIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void theVisitorAnswersWithOnePressAndTheButtonsAreGone() {
        Widget visitor = people.visitor().open();
        String question = "Choices " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        Page page = ben.page();
        page.locator("#choices-open").click();
        Locator choice = page.locator("#choice-text");
        assertThat(choice).isFocused();
        choice.fill("The red one");
        choice.press("Enter");
        choice.fill("The red one");
        choice.press("Enter");
        assertThat(page.locator("#choices-said")).not().isEmpty();
        assertThat(page.locator("#composer-choices .quick-reply")).hasCount(1);
        page.reload();
        assertThat(page.locator("#composer-choices .quick-reply")).hasText("The red one");
        choice.fill("The blue one");
        choice.press("Enter");
        assertThat(Axe.violations(page, "choices in the composer")).isEmpty();
        // Where there is room for no other one, none is typed in vain.
        for (String more : List.of("The green one", "Both", "All", "None")) {
            choice.fill(more);
            choice.press("Enter");
        }
        assertThat(choice).isHidden();
        assertThat(ben.field()).isFocused();
        assertThat(page.locator("#choices-said")).not().isEmpty();
        for (int left = 6; left > 2; left--) {
            page.locator("#composer-choices .quick-reply button").last().click();
        }
        assertThat(choice).isFocused();
        // Enter where nothing is written goes on with the message.
        choice.press("Enter");
        assertThat(ben.field()).isFocused();
        ben.field().fill("Which one?");
        ben.field().press("Enter");
        assertThat(page.locator("#composer-choices")).isHidden();
        assertThat(ben.message("Which one?").locator(".message-choices li")).hasCount(2);

        Locator offered = visitor.in(".replies button");
        assertThat(offered).hasCount(2);
        visitor.page().reload();
        assertThat(offered).hasCount(2);
        assertThat(Axe.violations(visitor.page(), "choices")).isEmpty();
        visitor.field().fill("A draft");
        offered.nth(1).click();
        assertThat(offered).hasCount(0);
        assertThat(visitor.in(".message.mine .bubble").last()).hasText("The blue one");
        assertThat(visitor.in(".message.sending, .message.failed")).hasCount(0);
        // What he had begun to write is still there.
        assertThat(visitor.field()).hasValue("A draft");
        assertThat(ben.message("The blue one").last().locator(".bubble")).hasText("The blue one");
    }

    @Test
    void whatAnotherTabChoseFirstIsWhatIsShownAndNotWhatWasPressedHere() {
        try (ChatClient other = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = other.sayAndWait("is it in stock?").text("conversation");
            ben.follow(conversation);
            BrowserContext person = people.person();
            person.addInitScript("if (location.pathname === '/widget/window') localStorage.setItem('deskbell."
                    + Demo.SITE + ".token', '" + other.token() + "')");
            AtomicBoolean keepsBack = new AtomicBoolean();
            person.routeWebSocket(Pattern.compile(".*/chat$"), socket -> {
                WebSocketRoute server = socket.connectToServer();
                socket.onMessage(said -> {
                    if (!keepsBack.get()) server.send(said.text());
                });
            });
            Widget visitor =
                    people.visitorAt(person, People.at("demo/index.html")).open();
            Frame asking = Frame.of("post", "conversation", conversation, "ref", ChatClient.ref(), "text", "Which one?")
                    .with(
                            "choices",
                            Json.createArrayBuilder(List.of("The red one", "The blue one"))
                                    .build());
            String ref = "choice-" + ben.sendAndWait(asking, "posted").number("seq") + "-" + conversation;
            Locator offered = visitor.in(".replies button");
            assertThat(offered).hasCount(2);

            keepsBack.set(true);
            offered.first().click();
            assertThat(visitor.in(".message.sending")).containsText("The red one");
            other.send(Frame.of("post", "ref", ref, "text", "The blue one"));
            assertThat(visitor.in(".message.mine .bubble").last()).hasText("The blue one");
            assertThat(visitor.in(".message.sending")).hasCount(0);
            assertThat(visitor.message("The red one")).hasCount(0);
        }
    }

    @Test
    void anAnswerThatIsUsedAgainBringsItsChoicesAndTakesThemAlongWhenItGoes() {
        String mark = UUID.randomUUID().toString().substring(0, 6);
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/answer?scope=shared"));
        admin.locator("#shortcut").fill("ask-" + mark);
        admin.locator("#title").fill("Ask " + mark);
        admin.locator("#text").fill("Did it arrive?");
        admin.locator("#choices").fill("Yes\nYes");
        admin.locator("#save").click();
        assertThat(admin.locator("#choices-problem")).isVisible();
        admin.locator("#choices").fill("Yes\nNot yet");
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).containsText("The answer is there.");

        Widget visitor = people.visitor().open();
        visitor.sayAndWait("Again " + mark);
        Inbox ben = people.agent().pick("Again " + mark);
        Page page = ben.page();
        Locator offered = page.locator("#composer-choices .quick-reply");
        for (int time = 0; time < 2; time++) {
            ben.field().fill("");
            assertThat(offered).hasCount(0);
            page.keyboard().type("/ask-" + mark);
            assertThat(page.locator("#answers .answer-steps")).containsText("Not yet");
            page.keyboard().press("Enter");
            assertThat(ben.field()).hasValue("Did it arrive?");
            assertThat(offered).hasCount(2);
        }
        // What was typed and left is no choice.
        page.locator("#choice-text").fill("May");
        page.locator("#choice-text").press("Escape");
        assertThat(ben.field()).isFocused();
        page.keyboard().press("Enter");
        assertThat(visitor.in(".replies button")).hasText(new String[] {"Yes", "Not yet"});
        // Something is said behind it while a button has the focus: one goes on where one writes.
        visitor.in(".replies button").first().focus();
        visitor.in(".replies button").first().press("Tab");
        assertThat(visitor.in(".replies button").last()).isFocused();
        ben.say("Take your time");
        assertThat(visitor.in(".replies button")).hasCount(0);
        assertThat(visitor.field()).isFocused();
    }
}
