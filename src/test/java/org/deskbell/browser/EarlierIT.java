package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** B16: what a visitor said before, listed and read again in the chat's window. */
class EarlierIT {

    private static final HostPages PAGES = new HostPages();

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void earlierChatsAreListedReadAndLeftAgainByKeyboard() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"), page -> page.locator("#reopens")
                .uncheck());
        try (ChatClient before = ChatClient.open(People.server(), site, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            for (int n = 1; n <= 20; n++) ended(before, "question " + n);
            helped(before, ben);
            String now = before.sayAndWait("and now").text("conversation");
            ben.follow(now);

            BrowserContext person = people.person(options -> options.setBypassCSP(true));
            person.addInitScript("if (location.pathname === '/widget/window') localStorage.setItem('deskbell." + site
                    + ".token', '" + before.token() + "')");
            Widget visitor = people.visitorAt(person, PAGES.origin("shop.localhost") + PAGES.withChat(site))
                    .open();
            Page page = visitor.page();
            Keyboard keys = page.keyboard();
            Locator entry = visitor.in("#past-open");
            Locator items = visitor.in(".past-list button");
            Locator title = visitor.in("#past-title");

            // The list.
            assertThat(entry).hasText("Earlier chats");
            entry.focus();
            keys.press("Enter");
            assertThat(title).isFocused();
            assertThat(items).hasCount(20);
            assertThat(visitor.field()).isHidden();
            assertThat(items.first()).containsText("Ben");
            assertThat(items.first()).containsText("You: \u2068thank you");
            assertThat(items.first()).containsText("You gave 4 stars");
            assertThat(visitor.in(".past [role=status]")).hasText("20 chats");
            assertThat(Axe.violations(page, "earlier chats")).isEmpty();
            visitor.in(".past-more:visible").focus();
            keys.press("Enter");
            assertThat(items).hasCount(21);
            assertThat(items.last()).isFocused();
            assertThat(items.last()).containsText("question 1");
            assertThat(visitor.in(".past-more:visible")).hasCount(0);

            // One of them.
            items.first().focus();
            keys.press("Enter");
            assertThat(title).isFocused();
            assertThat(title).containsText("Ben");
            Locator said = visitor.in(".past .message");
            assertThat(said.filter(new Locator.FilterOptions().setHasText("here is the list")))
                    .containsText("prices.txt");
            assertThat(visitor.in(".past .quote")).hasText("how much is it?");
            assertThat(visitor.in(".past .event").first()).containsText("has joined the chat");
            assertThat(visitor.in(".past-end")).containsText("You gave 4 stars");
            assertThat(visitor.in(".past-end")).isInViewport();
            assertThat(visitor.in(".past")).not().containsText("among us");
            assertThat(Axe.violations(page, "an earlier chat")).isEmpty();

            // What comes in meanwhile is told, and not seen.
            ben.sayAndWait(now, "are you still there?");
            assertThat(visitor.in(".past .latest")).hasText("New messages");
            keys.press("Escape");
            assertThat(items.first()).isFocused();
            keys.press("Escape");
            assertThat(visitor.in(".past")).isHidden();
            assertThat(entry).isFocused();
            assertThat(visitor.message("are you still there?")).isVisible();

            // By the menu, and to the message that is new.
            visitor.menu("past").click();
            assertThat(items).hasCount(20);
            ben.sayAndWait(now, "hello?");
            visitor.in(".past .latest").click();
            assertThat(visitor.field()).isFocused();
            assertThat(visitor.message("hello?")).isVisible();
        }
    }

    /** D15: beside the thread, by keyboard. */
    @Test
    void anAgentGoesBackThroughWhatACustomerSaidBefore() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"), page -> page.locator("#reopens")
                .uncheck());
        String now = "and now " + UUID.randomUUID();
        try (ChatClient customer = ChatClient.open(People.server(), site, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            for (int n = 1; n <= 21; n++) ended(customer, "question " + n);
            helped(customer, ben);
            customer.sayAndWait(now);

            Page page = people.staff(Demo.AGENT, options -> options.setBypassCSP(true))
                    .newPage();
            Inbox.open(page).pick(now);
            Locator past = page.locator("#customer .earlier-link");
            Locator older = page.locator("#older-past");
            assertThat(past).hasCount(10);
            assertThat(page.locator("#customer .earlier-count")).hasText("10+");
            assertThat(past.first()).containsText("Ben");
            assertThat(past.first().locator(".row-rating")).containsText("Rated 4 of 5");
            older.focus();
            page.keyboard().press("Enter");
            assertThat(past).hasCount(20);
            assertThat(past.nth(10)).isFocused();
            assertThat(Axe.violations(page, "earlier conversations")).isEmpty();
            older.focus();
            page.keyboard().press("Enter");
            assertThat(past).hasCount(22);
            assertThat(past.nth(20)).isFocused();
            assertThat(older).isHidden();
            assertThat(past.last()).containsText("question 1");
            past.last().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#log .message").first()).containsText("question 1");
        }
    }

    private static void helped(ChatClient visitor, DeskClient ben) {
        Frame asked = visitor.sayAndWait("how much is it?");
        String conversation = asked.text("conversation");
        ben.follow(conversation);
        String file = FileCarrier.of(People.server(), ben.session(), conversation)
                .told("prices.txt", "everything: 5".getBytes(StandardCharsets.UTF_8))
                .text("id");
        Frame answer = Frame.of(
                        "post", "conversation", conversation, "ref", ChatClient.ref(), "text", "here is the list")
                .with("files", Json.createArrayBuilder().add(file).build())
                .with("quote", asked.number("seq"));
        ben.sendAndWait(answer, "posted");
        Frame note = Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", "among us");
        ben.sendAndWait(note, "noted");
        ended(visitor, "thank you");
        int mark = visitor.tape().size();
        visitor.send(Frame.of("rate", "ref", ChatClient.ref(), "conversation", conversation, "stars", 4));
        visitor.tape().await(mark, "rated");
    }

    private static void ended(ChatClient visitor, String text) {
        visitor.sayAndWait(text);
        int mark = visitor.tape().size();
        visitor.send(Frame.of("end", "ref", ChatClient.ref()));
        visitor.tape().await(mark, "closed");
    }
}
