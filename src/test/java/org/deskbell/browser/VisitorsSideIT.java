package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a visitor meets besides the conversation: questions before it, nobody there, a file of it, and how it was (B6, B7, B8, B14, B15). */
class VisitorsSideIT {
    private static final HostPages PAGES = new HostPages();

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void whatIsAskedFirstIsAnsweredOnAPhoneByKeyboardAndTheMessageWaitsForIt() {
        String site = asking();
        BrowserContext person =
                people.person(options -> options.setViewportSize(360, 640).setBypassCSP(true));
        Widget visitor = people.visitorAt(person, PAGES.origin("shop.localhost") + PAGES.withChat(site));
        Page page = visitor.page();
        visitor.open();
        assertThat(visitor.in("form.form")).isVisible();
        assertThat(Axe.violations(page, "questions")).isEmpty();
        page.setViewportSize(360, 640);

        String mark = "held " + UUID.randomUUID();
        visitor.say(mark);
        assertThat(visitor.in(".form-text")).containsText("Your message is kept");
        assertThat(visitor.in("#field-name")).isFocused();
        assertThat(visitor.in(".message.sending")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(visitor.in("#field-name-trouble")).hasText("Please fill this in.");
        page.keyboard().type("Lin");
        page.keyboard().press("Tab");
        page.keyboard().type("lin at example");
        page.keyboard().press("Enter");
        assertThat(visitor.in("#field-email-trouble")).containsText("lin@example.com");
        assertThat(visitor.in("#field-email")).isFocused();
        assertThat(Axe.violations(page, "questions with a problem")).isEmpty();
        page.setViewportSize(360, 640);
        visitor.in("#field-email").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("lin@example.com");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");

        assertThat(visitor.in("form.form")).isHidden();
        assertThat(visitor.field()).isFocused();
        assertThat(visitor.message(mark)).hasCount(1);
        assertThat(visitor.in(".message.sending")).hasCount(0);
        assertThat(visitor.in(".message.failed")).hasCount(0);

        Inbox agent = people.agent().pick(mark);
        assertThat(agent.page().locator(".customer-name")).hasText("Lin");
        assertThat(agent.page().locator(".customer-trust")).containsText("Not verified");
        assertThat(agent.page().locator("#customer")).containsText("lin@example.com");
        assertThat(agent.page().locator(".attributes")).containsText("What is it about?");
        assertThat(agent.page().locator(".attributes")).containsText("An order");
        page.setViewportSize(1280, 800);
        page.reload();
        assertThat(visitor.message(mark)).isVisible();
        assertThat(visitor.in("form.form")).hasCount(0);
    }

    @Test
    void theServerAsksTooAndTakesNothingThatWasNotAsked() {
        String site = asking();
        try (ChatClient visitor = ChatClient.open(People.server(), site, Carrier.WEBSOCKET)) {
            Frame welcome = visitor.tape().await("welcome");
            assertThat(welcome.children("form"))
                    .extracting(field -> field.text("id"))
                    .startsWith("name", "email");
            assertThat(refusal(visitor, Frame.of("post", "ref", ChatClient.ref(), "text", "let me in")))
                    .extracting(frame -> frame.text("reason"))
                    .isEqualTo("form-required");
            assertThat(refusal(visitor, answers("{\"name\":\"Lin\"}")).text("detail"))
                    .isNotEqualTo("name");
            assertThat(refusal(visitor, answers("{\"verified\":\"true\"}")).text("detail"))
                    .isEqualTo("verified");
            assertThat(visitor.conversation()).isNull();
        }
    }

    @Test
    void theFormIsMadeMovedAndCheckedInTheConsole() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = people.staff(Demo.ADMINISTRATOR, options -> options.setBypassCSP(true))
                .newPage();
        admin.navigate(People.at("console/site?key=" + site));
        admin.locator("#to-form").click();
        assertThat(admin.locator(".fp-none")).isVisible();
        assertThat(Axe.violations(admin, "form, empty")).isEmpty();
        admin.locator("#add-name").click();
        admin.locator("#add-choice").click();
        assertThat(admin.locator(".question")).hasCount(2);
        assertThat(admin.locator(".savebar-state")).hasText("Not saved yet");
        admin.locator(".question[data-kind=choice] input[type=text]").fill("Topic");
        admin.locator("#save").click();
        assertThat(admin.locator(".question[data-kind=choice] .field-error")).containsText("at least two choices");
        assertThat(Axe.violations(admin, "form with a problem")).isEmpty();
        admin.locator(".question textarea").fill("Orders\nRepairs");
        admin.locator(
                        ".question[data-kind=choice] input[aria-label^='Move up'], .question[data-kind=choice] input[value='↑']")
                .first()
                .click();
        assertThat(admin.locator(".question").first()).hasAttribute("data-kind", "choice");
        assertThat(admin.locator(".fp-field").first()).containsText("Topic (optional)");
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        admin.reload();
        assertThat(admin.locator(".question")).hasCount(2);
        assertThat(admin.locator(".question textarea")).hasValue("Orders\nRepairs");
        admin.locator(".question").first().locator("input[value=Remove]").click();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        assertThat(admin.locator(".question")).hasCount(1);
    }

    @Test
    void afterTheEndTheVisitorSaysHowItWasAndMayChangeHisMind() {
        Page page = people.person(options -> options.setViewportSize(360, 640).setBypassCSP(true))
                .newPage();
        page.navigate(People.at("demo/index.html"));
        Widget visitor = new Widget(page).open();
        String mark = "rate me " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent().pick(mark).claim().sayAndWait("done, " + mark);
        assertThat(visitor.message("done, ")).isVisible();
        agent.page().locator("#do-close").click();
        assertThat(visitor.in(".rating")).isVisible();
        visitor.in(".stars input").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(visitor.in(".stars .is-lit")).hasCount(3);
        assertThat(Axe.violations(page, "rating")).isEmpty();
        visitor.in("#rating-comment").fill("quick <b>and</b> kind");
        visitor.in(".rating .main").click();
        assertThat(visitor.in(".rating-said")).containsText("3 stars");
        assertThat(visitor.in(".rating-said")).isFocused();
        assertThat(agent.page().locator("#log")).containsText("rated the conversation: 3 of 5");
        assertThat(agent.page().locator("#log")).containsText("quick <b>and</b> kind");

        page.reload();
        visitor.open();
        assertThat(visitor.in(".rating-said")).containsText("3 stars");
        visitor.in(".rating .link").click();
        assertThat(visitor.in("#rating-comment")).hasValue("quick <b>and</b> kind");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        visitor.in(".rating .main").click();
        assertThat(visitor.in(".rating-said")).containsText("5 stars");
        agent.box("Closed").click();
        assertThat(agent.row(mark).locator(".row-rating")).containsText("Rated 5 of 5");
        visitor.sayAndWait("one more thing");
        assertThat(visitor.in(".rating")).isHidden();
    }

    @Test
    void whoWaitsSeesHisPlaceUntilSomebodyHasTakenIt() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        BrowserContext person = people.person(options -> options.setBypassCSP(true));
        try (ChatClient before = ChatClient.open(People.server(), site, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String first = before.sayAndWait("first").text("conversation");
            Widget visitor = people.visitorAt(person, PAGES.origin("shop.localhost") + PAGES.withChat(site))
                    .open();
            assertThat(visitor.in(".queue")).hasCount(0);
            String mark = "second " + UUID.randomUUID();
            visitor.sayAndWait(mark);
            assertThat(visitor.in(".queue")).hasText("1 person before you");
            assertThat(Axe.violations(visitor.page(), "waiting")).isEmpty();

            agent.follow(first);
            agent.ask("claim", first);
            assertThat(visitor.in(".queue")).hasText("You are next");
            String mine = Await.value("the conversation", () -> agent.inbox().entrySet().stream()
                    .filter(each -> each.getValue().toString().contains(mark))
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .orElse(null));
            agent.follow(mine);
            agent.ask("claim", mine);
            assertThat(visitor.in(".queue")).isHidden();
        }
    }

    @Test
    void theConversationIsSavedAsAFileByVisitorAndAgent() throws IOException {
        Widget visitor = people.visitor().open();
        String mark = "keep this " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent().pick(mark).claim().sayAndWait("of <course>");
        assertThat(visitor.message("of <course>")).isVisible();

        visitor.menu("save").click();
        Download text = visitor.page().waitForDownload(() -> visitor.in("#dialog button")
                .filter(new Locator.FilterOptions().setHasText("plain text"))
                .click());
        assertThat(text.suggestedFilename()).startsWith("chat-").endsWith(".txt");
        assertThat(Files.readString(text.path())).contains(mark, "Ben: of <course>", "Ben has joined the chat");
        assertThat(visitor.in("#dialog")).hasCount(0);
        // This server has no mail session.
        Locator save = visitor.menu("save");
        Response offer =
                visitor.page().waitForResponse(answer -> answer.url().contains("/transcript/mail?"), save::click);
        assertThat(offer.status()).isEqualTo(204);
        assertThat(visitor.in("#dialog #mail-address")).isHidden();

        agent.page().locator("#do-more").click();
        Download page = agent.page()
                .waitForDownload(() -> agent.page().locator("#save-html").click());
        assertThat(page.suggestedFilename()).endsWith(".html");
        assertThat(Files.readString(page.path())).contains(mark, "of &lt;course&gt;");
    }

    /** What the server does with it: MailIT. */
    @Test
    void theConversationIsSentByMailFromTheDialogThatSavesIt() {
        BrowserContext person =
                people.person(options -> options.setViewportSize(360, 640).setBypassCSP(true));
        int[] answer = {429};
        List<String> sent = new ArrayList<>();
        person.route("**/widget/transcript/mail?*", route -> {
            boolean asks = route.request().method().equals("GET");
            if (!asks) sent.add(route.request().postData());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(asks ? 200 : answer[0])
                    .setContentType("application/json")
                    .setBody("{\"answered\":true,\"address\":\"lin@example.com\"}"));
        });
        Widget visitor = people.visitorAt(person, People.at("demo/index.html")).open();
        visitor.sayAndWait("send me this");
        visitor.menu("save").click();
        Locator field = visitor.in("#mail-address");
        assertThat(field).hasValue("lin@example.com");
        field.fill("lin at example");
        field.press("Enter");
        assertThat(visitor.in("#mail-trouble")).containsText("lin@example.com");
        assertThat(field).isFocused();
        assertThat(Axe.violations(visitor.page(), "by mail, with a problem")).isEmpty();
        visitor.page().setViewportSize(360, 640);

        field.fill(" lin@example.com ");
        field.press("Enter");
        assertThat(visitor.in("#mail-trouble")).containsText("often enough today");
        answer[0] = 202;
        field.press("Enter");
        assertThat(visitor.in("#dialog [role=status]")).containsText("on its way to \u2068lin@example.com\u2069");
        assertThat(visitor.in("#dialog [role=status]")).isFocused();
        assertThat(visitor.in("#dialog button[value=no]")).hasText("Close");
        // No answer to the first one: the second is the same order.
        assertThat(sent)
                .hasSize(2)
                .allMatch(body -> body.equals(sent.get(0)) && body.contains("address=lin%40example.com"));
    }

    @Test
    void aPartThatDoesNotLoadSaysSoAndComesWhenItIsTriedAgain() {
        BrowserContext person = people.person();
        person.route("**/widget/menu/menu.js*", route -> route.abort());
        Widget visitor = people.visitorAt(person, People.at("demo/index.html")).open();
        visitor.in("#menu-button").click();
        assertThat(visitor.in("#banner")).containsText("This did not load");
        person.unroute("**/widget/menu/menu.js*");
        visitor.in("#banner button").click();
        assertThat(visitor.in("#menu")).isVisible();
        assertThat(visitor.in("#banner:not([hidden])").filter(new Locator.FilterOptions().setHasText("did not load")))
                .hasCount(0);
        visitor.page().keyboard().press("Escape");
        visitor.sayAndWait("all is well");
    }

    @Test
    void whileNobodyIsThereAMailAddressIsAskedForOrThereIsNoButton() {
        try (ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh())) {
            Page admin = people.person().newPage();
            People.logIn(admin, server.address(), Demo.ADMINISTRATOR, Demo.PASSWORD);
            admin.waitForURL("**/console/**");
            whileNobodyIsThere(server, admin, "ask");
            BrowserContext person = people.person(options -> options.setBypassCSP(true));
            Widget visitor = people.visitorAt(person, server.address() + "demo/index.html")
                    .open();
            assertThat(visitor.in("#banner")).containsText("Nobody is here right now");
            visitor.sayAndWait("is anybody there?");
            assertThat(visitor.in("form.form h2")).hasText("Where can we reach you?");
            assertThat(Axe.violations(visitor.page(), "mail address")).isEmpty();
            visitor.in("#field-email").fill("lin@example.com");
            visitor.in("#field-email").press("Enter");
            assertThat(visitor.in("form.form")).isHidden();

            whileNobodyIsThere(server, admin, "hide");
            Page shop = people.person().newPage();
            shop.navigate(server.address() + "demo/index.html");
            Await.until("the loader", () -> isLoaded(shop));
            assertThat(new Widget(shop).button()).hasCount(0);
            // Who is in a conversation keeps the button.
            visitor.page().reload();
            assertThat(visitor.button()).isVisible();

            Inbox agent = people.agentAt(server.address(), Demo.AGENT).pick("is anybody there?");
            assertThat(agent.page().locator("#customer")).containsText("lin@example.com");
            Await.until("a button for newcomers", () -> {
                Widget newcomer = people.visitorAt(server.address() + "demo/index.html");
                Await.until("the loader", () -> isLoaded(newcomer.page()));
                return newcomer.button().count() == 1;
            });
        }
    }

    private static boolean isLoaded(Page page) {
        return (Boolean) page.evaluate("!!window.Deskbell?.open");
    }

    private static void whileNobodyIsThere(ServerUnderTest server, Page admin, String what) {
        admin.navigate(server.address() + "console/form?site=" + Demo.SITE);
        admin.locator("input[name=offline][value=" + what + "]").check();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
    }

    @Test
    void whoLeftTheFormAloneMayStillSayWhereHeIsReached() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/form?site=" + site));
        admin.locator("#add-name").click();
        admin.locator(".question input[type=checkbox]").uncheck();
        admin.locator("input[name=offline][value=ask]").check();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        admin.context().close();
        try (ChatClient visitor = ChatClient.open(People.server(), site, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("is anybody there?");
            int mark = visitor.tape().size();
            visitor.send(answers("{\"email\": \"lin@example.com\"}"));
            Frame answer =
                    visitor.tape().await(mark, "the answer", frame -> frame.is("introduced") || frame.is("refused"));
            assertThat(answer.type()).isEqualTo("introduced");
        }
    }

    /** Of a site that asks for name, mail address, a choice and a yes. */
    private String asking() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        admin.navigate(People.at("console/form?site=" + site));
        admin.locator("#add-name").click();
        admin.locator("#add-mail").click();
        admin.locator("#add-choice").click();
        admin.locator(".question[data-kind=choice] input[type=text]").fill("What is it about?");
        admin.locator(".question textarea").fill("An order\nSomething else");
        admin.locator("#add-checkbox").click();
        admin.locator(".question[data-kind=checkbox] input[type=text]").fill("I have read the terms");
        admin.locator(".question[data-kind=checkbox] input[type=checkbox]").check();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        admin.context().close();
        return site;
    }

    private static Frame answers(String json) {
        return Frame.read("{\"type\":\"introduce\",\"answers\":" + json + "}").get(0);
    }

    private static Frame refusal(ChatClient visitor, Frame frame) {
        int mark = visitor.tape().size();
        visitor.send(frame);
        return visitor.tape().await(mark, "refused");
    }
}
