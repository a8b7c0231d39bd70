package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers from being kept to being sent, by keyboard alone; and the page where they are looked after (D6). */
class CannedAnswersIT {

    @RegisterExtension
    final People people = new People();

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    @Test
    void aTextIsKeptFoundAndSentByKeyboardAlone() {
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            Page page = conversationOf(visitor, Demo.AGENT);
            Keyboard keys = page.keyboard();
            keys.press("r");
            keys.type("Hello {{visitor.name|there}}, it is on its way. " + mark);
            walkTo(page, "#keep-open");
            keys.press("Enter");
            assertThat(page.locator("#keep-shortcut")).isFocused();
            keys.type("two words");
            keys.press("Tab");
            keys.type("On its way " + mark);
            keys.press("Enter");
            assertThat(page.locator("#keep-problem")).containsText("letters, digits, hyphens");
            assertThat(page.locator("#keep-shortcut")).isFocused();
            keys.press("Control+a");
            keys.type("way-" + mark);
            keys.press("Escape");
            assertThat(page.locator("#keep")).isHidden();
            page.locator("#keep-open").click();
            assertThat(page.locator("#keep-shortcut")).hasValue("way-" + mark);
            assertThat(page.locator("#keep-title")).hasValue("On its way " + mark);
            keys.press("Enter");
            assertThat(page.locator("#toasts")).containsText("/way-" + mark);
            assertThat(page.locator("#keep")).isHidden();
            assertThat(page.locator("#text")).isFocused();

            keys.press("Control+a");
            keys.type("One moment. /y" + mark);
            assertThat(page.locator("#answers")).isVisible();
            assertThat(page.locator("#answers .answer-title")).hasText("On its way " + mark);
            assertThat(page.locator(".answers-preview")).hasText("Hello Lin, it is on its way. " + mark);
            assertThat(page.locator("#text")).hasAttribute("aria-activedescendant", "answer-0");
            assertThat(page.locator("#answers-said")).containsText("1 answer");
            keys.press("Tab");
            assertThat(page.locator("#text")).hasValue("One moment. Hello Lin, it is on its way. " + mark);
            assertThat(page.locator("#text")).isFocused();
            keys.press("Enter");
            visitor.awaitText("One moment. Hello Lin, it is on its way. " + mark);
        }
    }

    @Test
    void theListIsWalkedThroughAndGoesAwayWhenItIsNotWanted() {
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            Page page = conversationOf(visitor, Demo.AGENT);
            new Inbox(page).claim();
            keep(page, "a-" + mark, "First " + mark);
            keep(page, "b-" + mark, "Second " + mark);
            Keyboard keys = page.keyboard();
            page.locator("#text").fill("");
            keys.type("/" + mark);
            assertThat(page.locator("#answers [role=option]")).hasCount(2);
            keys.press("ArrowDown");
            assertThat(page.locator("#answers [aria-selected=true]")).containsText("/b-" + mark);
            keys.press("ArrowDown");
            assertThat(page.locator("#answers [aria-selected=true]")).containsText("/a-" + mark);
            keys.press("ArrowUp");
            keys.press("Escape");
            assertThat(page.locator("#answers")).isHidden();
            assertThat(page.locator("#text")).isFocused();
            // No again, until another word is begun.
            keys.press("Backspace");
            assertThat(page.locator("#answers")).isHidden();
            keys.type(" /b-" + mark);
            assertThat(page.locator("#answers [role=option]")).hasCount(1);
            keys.press("Enter");
            assertThat(page.locator("#text")).hasValue(Pattern.compile(".* Second " + mark));
            page.locator("#text").fill("");
            keys.type("look at /usr/" + mark + "/nothing");
            assertThat(page.locator("#answers")).isHidden();
            assertThat(Axe.violations(page, "composer")).isEmpty();
            page.locator("#text").fill("");
            keys.type("/" + mark);
            assertThat(page.locator("#answers")).isVisible();
            assertThat(Axe.violations(page, "answers offered")).isEmpty();
            page.locator("#text").fill("");
            page.locator("#keep-open").click();
            page.locator("#keep-send").click();
            assertThat(page.locator("#keep-problem")).isVisible();
            assertThat(Axe.violations(page, "keeping an answer")).isEmpty();
        }
    }

    @Test
    void theSignIsTheAgentsChoice() {
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            Page page = conversationOf(visitor, Demo.OTHER_AGENT);
            keep(page, "sign-" + mark, "By another sign " + mark);
            Page account = page.context().newPage();
            account.navigate(People.at("console/account"));
            try {
                choose(account, "::");
                page.bringToFront();
                assertThat(page.locator("#answers-open")).hasAttribute("title", Pattern.compile(".*::.*"));
                page.locator("#text").fill("");
                page.keyboard().type("::sign-" + mark);
                assertThat(page.locator("#answers .answer-shortcut")).hasText("::sign-" + mark);
                page.locator("#text").fill("");
                page.keyboard().type("/sign-" + mark);
                assertThat(page.locator("#answers")).isHidden();
            } finally {
                choose(account, "/");
            }
        }
    }

    @Test
    void anAgentLooksAfterHisOwnAndAnAdministratorAfterThoseOfAll() {
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/answer?scope=shared"));
        admin.locator("#shortcut").fill("Two Words");
        admin.locator("#text").fill("Hello {{visitor.nme}}");
        assertThat(admin.locator("#filled-problem")).containsText("no variable “visitor.nme”");
        admin.locator("#save").click();
        assertThat(admin.locator("#shortcut-problem")).containsText("one word");
        assertThat(admin.locator("#title-problem")).hasText("Please fill this in.");
        assertThat(admin.locator("#text-problem")).containsText("no variable “" + Help.named("visitor.nme") + "”");
        assertThat(admin.locator("#text")).hasValue("Hello {{visitor.nme}}");
        assertThat(Axe.violations(admin, "answer with problems")).isEmpty();
        admin.locator("#shortcut").fill("Shared-" + mark);
        admin.locator("#title").fill("For everybody " + mark);
        admin.locator("#text").fill("Hello ");
        admin.locator("[data-insert*='visitor.name']").click();
        assertThat(admin.locator("#text")).hasValue("Hello {{visitor.name|there}}");
        assertThat(admin.locator("#filled-known")).hasText("Hello Lin");
        assertThat(admin.locator("#filled-unknown")).hasText("Hello there");
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).containsText("The answer is there.");
        admin.locator("#search").fill(mark);
        assertThat(admin.locator("#answers tbody tr")).hasCount(1);
        assertThat(Axe.violations(admin, "answers")).isEmpty();

        Page agent = people.staff(Demo.AGENT).newPage();
        agent.navigate(People.at("console/answers"));
        assertThat(agent.locator("#new-shared")).hasCount(0);
        agent.locator("#search").fill("EVERYBODY " + mark);
        assertThat(agent.locator("#answers tbody tr")).hasCount(1);
        assertThat(agent.locator("#answers tbody tr")).containsText("All sites");
        assertThat(agent.locator("#answers tbody a")).hasCount(0);
        agent.locator("#search").fill("nothing has this " + mark);
        assertThat(agent.locator("#answers")).containsText("No answer has that in it.");

        admin.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("For everybody " + mark))
                .click();
        admin.locator("#remove").click();
        assertThat(admin.locator("#toast")).containsText("The answer is removed.");
        assertThat(admin.getByText("For everybody " + mark)).hasCount(0);
        admin.locator("#undo-remove").click();
        assertThat(admin.locator("#toast")).containsText("The answer is back.");
        assertThat(admin.getByText("For everybody " + mark)).isVisible();
    }

    /** D7: one answer puts a label on and closes what it was said in; the agent sees that before, and may leave it out. */
    @Test
    void whatFollowsAnAnswerIsSeenDoneAndMayBeLeftOut() {
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/labels"));
        admin.locator("#name").fill("Sent back " + mark);
        admin.locator("#add").click();
        admin.navigate(People.at("console/answer?scope=shared"));
        admin.locator("#shortcut").fill("back-" + mark);
        admin.locator("#title").fill("Send it back " + mark);
        admin.locator("#text").fill("Please send it back. " + mark);
        admin.getByLabel("Sent back " + mark).check();
        admin.locator("#then").selectOption("close");
        assertThat(Axe.violations(admin, "answer with steps")).isEmpty();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).containsText("The answer is there.");
        admin.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Send it back " + mark))
                .click();
        assertThat(admin.getByLabel("Sent back " + mark)).isChecked();
        assertThat(admin.locator("#then")).hasValue("close");

        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET)) {
            Page page = conversationOf(visitor, Demo.AGENT);
            Keyboard keys = page.keyboard();
            keys.press("r");
            keys.type("/back-" + mark);
            assertThat(page.locator("#answers .answer-steps")).containsText("Sent back " + mark);
            keys.press("Enter");
            assertThat(page.locator("#composer-steps")).containsText("close");
            assertThat(Axe.violations(page, "answer with steps in the composer"))
                    .isEmpty();
            page.locator("#steps-leave").click();
            assertThat(page.locator("#composer-steps")).isHidden();
            page.locator("#text").press("Enter");
            visitor.awaitText("Please send it back. " + mark);
            assertThat(page.locator("#toasts")).not().containsText("closed");

            page.locator("#text").fill("");
            keys.type("/back-" + mark);
            keys.press("Enter");
            assertThat(page.locator("#composer-steps")).isVisible();
            keys.press("Enter");
            assertThat(page.locator("#toasts")).containsText("closed");
            assertThat(page.locator("#customer")).containsText("Sent back " + mark);
            visitor.tape().await("closed");
            assertThat(page.locator("#composer-steps")).isHidden();
        }
    }

    private Page conversationOf(ChatClient visitor, String agent) {
        visitor.send(Frame.of("identify", "name", "Lin"));
        String conversation = visitor.sayAndWait("where? " + mark).text("conversation");
        Page page = people.staff(agent).newPage();
        page.navigate(People.at("console/inbox?c=" + conversation));
        assertThat(page.locator("#log").getByText("where? " + mark)).isVisible();
        assertThat(page.locator(".thread-name bdi")).hasText("Lin");
        return page;
    }

    private void keep(Page page, String shortcut, String text) {
        page.locator("#text").fill(text);
        page.locator("#keep-open").click();
        page.locator("#keep-shortcut").fill(shortcut);
        page.locator("#keep-title").fill("Title of " + shortcut);
        page.locator("#keep-send").click();
        assertThat(page.locator("#keep")).isHidden();
    }

    private static void choose(Page account, String sign) {
        account.locator("input[name=prefix][value='" + sign + "']").check();
        account.locator("#choose").click();
        assertThat(account.locator("#toast")).containsText("sign for answers is changed");
    }

    private static void walkTo(Page page, String selector) {
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) return;
        }
        assertThat(List.of(selector)).as("reached by Tab").isEmpty();
    }
}
