package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Demo;
import org.deskbell.support.FirstAdministrator;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page for everybody: axe, the accessibility tree, and the whole way by keyboard alone (N4, N5). */
class AccessibilityIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void theEntrancesHaveNoViolation() {
        Page page = tested();
        page.navigate(People.at("login"));
        clean(page, "log-in");
        People.logIn(page, "nobody@example.com", "wrong wrong wrong");
        assertThat(page.locator("#problem")).isVisible();
        clean(page, "log-in refused");
        page.navigate(People.at("invite?t=dead"));
        clean(page, "dead invitation");
        page.navigate(People.at("console/nothing-here"));
        clean(page, "error page");
    }

    @Test
    void anInvitationHasNoViolation() {
        Page admin = staff(Demo.ADMINISTRATOR, "console/agents");
        admin.locator("#invite #name").fill("Ines");
        admin.locator("#login").fill("ines-" + UUID.randomUUID() + "@example.com");
        admin.locator("#invite #send").click();
        String link = admin.locator("#link").textContent();
        clean(admin, "agents with a link");
        Page page = tested();
        page.navigate(link);
        assertThat(page.locator("#accept")).isVisible();
        clean(page, "invitation");
    }

    @Test
    void anEmptyInstallationHasNoViolation() {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().withoutDemo())) {
            Page page = tested();
            page.navigate(server.address() + FirstAdministrator.link(server));
            clean(page, "set-up");
            page.getByLabel("Your name").fill("Olga Owner");
            page.getByLabel("Log-in name").fill(FirstAdministrator.LOGIN);
            page.locator("#password").fill(FirstAdministrator.PASSWORD);
            page.locator("#send").click();
            page.getByLabel("Log-in name").fill(FirstAdministrator.LOGIN);
            page.locator("#password").fill(FirstAdministrator.PASSWORD);
            page.locator("#send").click();
            new Inbox(page).ready();
            clean(page, "empty inbox");
            page.navigate(server.address() + "console/sites");
            clean(page, "no site yet");
            page.navigate(server.address() + "console/answers");
            assertThat(page.locator("h2")).hasText("No answer yet");
            clean(page, "no answer yet");
        }
    }

    @Test
    void theInboxHasNoViolation() {
        Widget visitor = people.visitor().open();
        String mark = "readable? " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Page page = staff(Demo.AGENT, "console/inbox");
        Inbox agent = new Inbox(page).ready();
        clean(page, "inbox without a thread");
        agent.pick(mark).claim().say("**very** readable: https://example.com/ `code`");
        assertThat(agent.message("very readable")).isVisible();
        clean(page, "inbox with a thread");
        page.locator("#status").click();
        clean(page, "inbox, menu of states");
        page.keyboard().press("Escape");
        page.locator("#help-open").click();
        assertThat(page.locator("#help")).isVisible();
        clean(page, "inbox, keys");
        page.keyboard().press("Escape");
        page.locator("#way-note").click();
        agent.field().fill("Look at this, @");
        agent.field().press("End");
        page.keyboard().type("C");
        assertThat(page.locator("#mentions")).isVisible();
        clean(page, "inbox, a note with a mention begun");
        page.keyboard().press("Escape");
        page.locator("#log-scroll").focus();
        page.keyboard().press("l");
        assertThat(page.locator("#labels")).isVisible();
        clean(page, "inbox, labels");
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        page.keyboard().press("s");
        assertThat(page.locator("#snooze")).isVisible();
        clean(page, "inbox, snooze");
        page.keyboard().press("Escape");
        page.locator("#alerts-open").click();
        assertThat(page.locator("#alerts")).isVisible();
        clean(page, "inbox, alerts");
    }

    @Test
    void theAdministrationHasNoViolation() {
        Page page = staff(Demo.ADMINISTRATOR, "console/sites");
        clean(page, "sites");
        page.navigate(People.at("console/site?key=demo"));
        clean(page, "site");
        page.locator("#add").click();
        assertThat(page.locator("#department-problem")).isVisible();
        clean(page, "site with a department's problem");
        page.locator("#departments li a").first().click();
        page.locator("#ask").click();
        clean(page, "department");
        page.navigate(People.at("console/delete-site?key=demo"));
        clean(page, "site that stays");
        page.navigate(People.at("console/labels"));
        page.locator("#add").click();
        assertThat(page.locator("#name-problem")).isVisible();
        clean(page, "labels with a problem");
        page.locator("#labels a").first().click();
        page.locator("#ask").click();
        clean(page, "label");
        page.navigate(People.at("console/delete-site?key=" + NewSite.of(people, "https://a11y.example")));
        page.locator("#delete").click();
        assertThat(page.locator("#confirm-problem")).isVisible();
        clean(page, "site that may go");
        page.navigate(People.at("console/site"));
        page.locator("#accent").fill("red");
        page.locator("#save").click();
        assertThat(page.locator("#name-problem")).isVisible();
        clean(page, "site with problems");
        page.navigate(People.at("console/hours?site=demo"));
        clean(page, "always open");
        page.locator("input[name=always][value=false]").check();
        page.locator("[data-day=monday] input").fill("nine to five");
        page.locator("#add").click();
        page.locator("#save").click();
        assertThat(page.locator("#monday-problem")).isVisible();
        clean(page, "hours with problems");
        page.navigate(People.at("console/mails?site=demo&language=ar"));
        clean(page, "what mails say");
        page.locator("#subject").fill("{{visitor.name}}");
        page.locator("#look").click();
        assertThat(page.locator("#subject-problem")).isVisible();
        clean(page, "what mails say with a problem");
        page.navigate(People.at("console/agents"));
        clean(page, "agents");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ben").setExact(true))
                .click();
        page.waitForURL("**/console/agent?id=**");
        clean(page, "agent");
        page.navigate(People.at("console/account"));
        clean(page, "account");
        page.navigate(People.at("console/server"));
        page.locator("summary").click();
        assertThat(page.locator("#begin")).isVisible();
        clean(page, "server");
        Page agent = staff(Demo.AGENT, "console/sites");
        assertThat(agent.locator("h1")).hasText("This is not for you");
        clean(agent, "not for you");
    }

    @Test
    void theSampleShopHasNoViolation() {
        Page page = tested();
        for (String path : List.of("index.html", "product.html?plant=fern", "delivery.html")) {
            page.navigate(People.at("demo/" + path));
            assertThat(new Widget(page).button()).isVisible();
            clean(page, "shop " + path);
        }
    }

    @Test
    void theChatHasNoViolation() {
        Page page = tested();
        page.navigate(People.at("demo/index.html"));
        Widget visitor = new Widget(page).open();
        String mark = "anybody? " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent().pick(mark).claim().say("**yes**, see https://example.com/");
        assertThat(visitor.message("see https")).isVisible();
        clean(page, "chat");
        visitor.menu("sound");
        clean(page, "menu");
        visitor.in("#menu-button").click();
        visitor.in("#emoji-button").click();
        clean(page, "emoji");
        page.keyboard().press("Escape");
        visitor.menu("forget").click();
        clean(page, "question");
        visitor.in("#dialog [value=no]").click();
        page.keyboard().press("Escape");
        agent.sayAndWait("are you still there?");
        assertThat(visitor.in("#preview")).isVisible();
        clean(page, "preview");
        visitor.button().click();
        visitor.menu("end").click();
        visitor.in("#dialog [value=yes]").click();
        assertThat(visitor.in("#banner")).containsText("ended");
        clean(page, "ended");
    }

    @Test
    void theChatReadsWell() {
        Widget visitor = people.visitor().open();
        String mark = "reads well " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        people.agent().pick(mark).claim().sayAndWait("indeed");
        assertThat(visitor.message("indeed")).isVisible();

        assertThat(visitor.iframe()).hasAttribute("title", "Chat");
        assertThat(visitor.in("body"))
                .matchesAriaSnapshot(
                        """
                - banner:
                  - heading "Fernweh" [level=1]
                  - status
                  - button "Menu"
                  - button "Close the chat"
                - main:
                  - region "Messages":
                    - log "Messages"
                  - textbox "Write a message…"
                  - button "Emoji"
                  - button "Send" [disabled]
                """);
        String log = visitor.in("#list").ariaSnapshot();
        assertThat(log.indexOf(mark)).as(log).isPositive().isLessThan(log.indexOf("indeed"));
        assertThat(log).containsSubsequence("You", mark, "Ben", "indeed");
    }

    @Test
    void theInboxReadsWell() {
        Widget visitor = people.visitor().open();
        String mark = "reads well too " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent().pick(mark).claim().sayAndWait("indeed");

        assertThat(agent.page().locator("body"))
                .matchesAriaSnapshot(
                        """
                - navigation "Console":
                  - link "Inbox"
                  - link "Your account"
                  - button "Log out"
                - main:
                  - heading "Inbox" [level=1]
                  - region "Conversations":
                    - button /Your status/
                    - tablist "Conversations":
                      - tab /Mine/
                      - tab /Unassigned/
                      - tab /All/ [selected]
                      - tab /Closed/
                    - searchbox "Filter conversations"
                    - tabpanel
                  - region "Conversation":
                    - heading /Visitor/ [level=2]
                    - log "Messages"
                    - textbox "Your message"
                    - button "Send"
                  - complementary "Customer"
                """);
        String log = agent.page().locator("#log").ariaSnapshot();
        assertThat(log).containsSubsequence(mark, "You took the conversation", "indeed");
    }

    @Test
    void eachNewMessageIsAnnouncedOnceAndTheHistoryIsNot() {
        BrowserContext person = people.person();
        Widget visitor = people.visitorAt(person, People.at("demo/index.html")).open();
        String mark = "announced " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Inbox agent = people.agent().pick(mark).claim();
        listen(visitor);
        agent.sayAndWait("the first");
        agent.sayAndWait("the second");
        assertThat(visitor.message("the second")).isVisible();
        visitor.sayAndWait("my own words");

        assertThat(heard(visitor)).containsExactly("Ben: the first", "Ben: the second");
        assertThat(visitor.in("#list")).hasAttribute("role", "log");
        visitor.page().reload();
        assertThat(visitor.message("the second")).isVisible();
        listen(visitor);
        visitor.sayAndWait("back after the reload");
        assertThat(heard(visitor)).isEmpty();
    }

    @Test
    void closingTheChatGivesTheFocusBackToItsButton() {
        Widget visitor = people.visitor().open();
        visitor.field().press("Escape");

        assertThat(visitor.button()).isFocused();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.field()).isFocused();
        visitor.in("#close").press("Enter");
        assertThat(visitor.button()).isFocused();
        assertThat(visitor.button()).hasAttribute("aria-expanded", "false");
    }

    @Test
    void theWholeWayWorksByKeyboardAlone() {
        Page shop = people.person().newPage();
        shop.navigate(People.at("demo/index.html"));
        Widget visitor = new Widget(shop);
        assertThat(visitor.button()).isVisible();
        for (int i = 0;
                i < 60
                        && !(Boolean)
                                visitor.button().evaluate("button => button.getRootNode().activeElement === button");
                i++) {
            shop.keyboard().press("Tab");
        }
        shop.keyboard().press("Enter");
        assertThat(visitor.field()).isFocused();
        String mark = "by keyboard " + UUID.randomUUID();
        shop.keyboard().type(mark);
        shop.keyboard().press("Enter");
        assertThat(visitor.message(mark)).isVisible();

        Page desk = people.person().newPage();
        desk.navigate(People.at("login"));
        assertThat(desk.getByLabel("Log-in name")).isFocused();
        desk.keyboard().type(Demo.OTHER_AGENT);
        desk.keyboard().press("Tab");
        desk.keyboard().type(Demo.OTHER_PASSWORD);
        desk.keyboard().press("Enter");
        Inbox agent = new Inbox(desk).ready();
        take(agent, mark);
        desk.keyboard().press("r");
        desk.keyboard().type("typed answer");
        desk.keyboard().press("Enter");
        assertThat(visitor.message("typed answer")).isVisible();
        desk.keyboard().press("Escape");
        desk.keyboard().press("u");
        assertThat(agent.page().locator("#toasts")).containsText("handed back");
        assertThat(visitor.in("#list")).containsText("waiting");

        shop.keyboard().type("still here: " + mark);
        shop.keyboard().press("Enter");
        take(agent, "still here: " + mark);
        desk.keyboard().press("e");
        assertThat(visitor.in("#banner")).containsText("This chat has ended");
        shop.keyboard().press("Escape");
        assertThat(visitor.button()).isFocused();
    }

    /** Filters, walks down, opens and claims. */
    private static void take(Inbox agent, String text) {
        Page page = agent.page();
        page.keyboard().press("2");
        page.keyboard().press("/");
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        assertThat(agent.row(text)).hasCount(1);
        for (int i = 0;
                i < 10 && !(Boolean) agent.row(text).evaluate("row => row.contains(document.activeElement)");
                i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(agent.message(text).last()).isVisible();
        page.keyboard().press("a");
        assertThat(page.locator("#do-claim")).isHidden();
        assertThat(page.locator(".thread-state")).containsText(Pattern.compile("you", Pattern.CASE_INSENSITIVE));
    }

    private static void listen(Widget visitor) {
        visitor.frame()
                .evaluate(
                        "window.heard = []; new MutationObserver(all => all.forEach(each => each.addedNodes.forEach(node => heard.push(node.textContent)))).observe(document.getElementById('announcer'), {childList: true})");
    }

    @SuppressWarnings("unchecked")
    private static List<String> heard(Widget visitor) {
        return (List<String>) visitor.frame().evaluate("heard");
    }

    private Page tested() {
        return people.person(options -> options.setBypassCSP(true)).newPage();
    }

    private Page staff(String login, String path) {
        Page page = people.staff(login, options -> options.setBypassCSP(true)).newPage();
        page.navigate(People.at(path));
        return page;
    }

    private static void clean(Page page, String what) {
        assertThat(Axe.violations(page, what)).isEmpty();
    }
}
