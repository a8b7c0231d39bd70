package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One visitor in several tabs, on his way through a site, offline and back: A3, A9, A10, B3, B9, M4, M5, N2, N3, O1. */
class TabsIT {

    private static final HostPages PAGES = new HostPages();
    private static String shop;
    private static String careful;

    @RegisterExtension
    final People people = new People();

    private final List<DeskClient> desks = new ArrayList<>();

    @BeforeAll
    static void sites() {
        String origin = PAGES.origin("shop.localhost");
        shop = NewSite.of(new People(), origin);
        careful = NewSite.of(
                new People(), origin, page -> page.locator("#consent").fill("We keep what you write for **30 days**."));
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @AfterEach
    void leave() {
        desks.forEach(DeskClient::close);
    }

    @Test
    void severalTabsAreOneVisitorWithoutDuplicates() {
        BrowserContext person = people.person();
        Widget one = shop(person).open();
        one.sayAndWait("from the first tab");
        Widget two = shop(person);
        assertThat(two.message("from the first tab")).isVisible();
        two.sayAndWait("from the second tab");
        assertThat(one.message("from the second tab")).isVisible();
        reply("from the second tab", "to both of them");

        for (Widget tab : List.of(one, two)) {
            assertThat(tab.message("to both of them")).hasCount(1);
            assertThat(tab.message("from the first tab")).hasCount(1);
            assertThat(tab.message("from the second tab")).hasCount(1);
        }
    }

    @Test
    void twoTabsOpenedAtOnceDoNotBecomeTwoVisitors() {
        BrowserContext person = people.person();
        Widget one = shop(person);
        Widget two = shop(person);
        one.button().click();
        two.button().click();
        String mark = UUID.randomUUID().toString();
        one.sayAndWait("one " + mark);
        two.sayAndWait("two " + mark);

        assertThat(one.message("two " + mark)).isVisible();
        assertThat(two.message("one " + mark)).isVisible();
    }

    @Test
    void ofSeveralTabsOneMakesTheSound() {
        BrowserContext person = people.person();
        person.addInitScript(
                "window.notes = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (at) { window.notes++; return start.call(this, at); };");
        Widget one = shop(person).open();
        String mark = "who rings " + UUID.randomUUID();
        one.sayAndWait(mark);
        one.button().click();
        Widget two = shop(person);
        two.open();
        two.button().click();
        reply(mark, "it rings");
        assertThat(one.badge()).hasText("1");
        assertThat(two.badge()).hasText("1");

        Page page = one.page();
        page.waitForCondition(() -> notes(one) + notes(two) > 0);
        assertThat(List.of(notes(one), notes(two)))
                .as("notes of the bell, which has two")
                .containsExactlyInAnyOrder(2, 0);
    }

    @Test
    void whatIsUnreadStandsOnTheButtonInTheTitleAndBesideIt() {
        Widget visitor = shop(people.person()).open();
        String mark = "unread " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        visitor.button().click();
        reply(mark, "first answer");

        assertThat(visitor.badge()).hasText("1");
        assertThat(visitor.page()).hasTitle("(1) A shop");
        assertThat(visitor.in("#preview")).containsText("first answer");
        visitor.in("#preview .open").click();
        assertThat(visitor.message("first answer")).isVisible();
        assertThat(visitor.badge()).isHidden();
        assertThat(visitor.page()).hasTitle("A shop");
    }

    @Test
    void reloadingAndWalkingOnKeepTheConversation() {
        Widget visitor = shop(people.person()).open();
        String said = "before the reload " + UUID.randomUUID();
        visitor.sayAndWait(said);
        visitor.field().fill("half a thought");
        visitor.page().reload();
        assertThat(visitor.message(said)).isVisible();
        assertThat(visitor.field()).hasValue("half a thought");
        visitor.page().navigate(PAGES.origin("shop.localhost") + PAGES.withChat(shop) + "?next");

        assertThat(visitor.message(said)).isVisible();
        visitor.sayAndWait("on the next page");
        assertThat(visitor.message(said)).hasCount(1);
    }

    @Test
    void aMessageThatCouldNotBeSentSaysSoAndCanBeTriedAgain() {
        BrowserContext person = people.person();
        Page page = person.newPage();
        page.clock().install();
        page.navigate(PAGES.origin("shop.localhost") + PAGES.withChat(shop));
        Widget visitor = new Widget(page).open().sayAndWait("connected");
        person.setOffline(true);
        visitor.say("into the void");
        assertThat(visitor.in(".message.sending")).containsText("into the void");
        page.clock().fastForward(31_000);

        Locator failed = visitor.in(".message.failed");
        assertThat(failed).containsText("into the void");
        assertThat(failed).containsText("Not sent");
        assertThat(visitor.in("#banner")).isVisible();
        failed.getByText("Try again").click();
        assertThat(visitor.in(".message.sending")).containsText("into the void");
        person.setOffline(false);
        assertThat(visitor.in(".message.sending")).hasCount(0);
        assertThat(visitor.in(".message.failed")).hasCount(0);
        assertThat(visitor.message("into the void")).hasCount(1);
    }

    @Test
    void whatWasWrittenOfflineIsSentAfterAReload() {
        BrowserContext person = people.person();
        Widget visitor = shop(person).open().sayAndWait("connected");
        person.setOffline(true);
        visitor.say("kept");
        assertThat(visitor.in(".message.sending")).containsText("kept");
        person.setOffline(false);
        visitor.page().reload();

        assertThat(visitor.message("kept")).hasCount(1);
        assertThat(visitor.in(".message.sending")).hasCount(0);
    }

    @Test
    void withoutWebSocketsTheChatGoesOverHttp() {
        BrowserContext person = people.person();
        person.routeWebSocket(Pattern.compile(".*/chat$"), socket -> socket.close());
        List<String> carried = new ArrayList<>();
        person.onRequest(request -> carried.add(request.url()));
        Widget visitor = shop(person).open();
        String mark = "around the wall " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        reply(mark, "through the letter box");

        assertThat(visitor.message("through the letter box")).hasCount(1);
        assertThat(carried).anyMatch(url -> url.endsWith("/carrier/chat/down"));
    }

    @Test
    void theLanguageFollowsThePageAndItsScriptWhileItRuns() {
        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost")
                        + PAGES.page(
                                "<!doctype html><html lang=fr><title>Une boutique</title>" + HostPages.tag(shop, "")))
                .open();
        assertThat(visitor.in("html")).hasAttribute("lang", "fr");
        visitor.sayAndWait("bonjour");

        visitor.page().evaluate("Deskbell.setLanguage('ja')");
        assertThat(visitor.in("html")).hasAttribute("lang", "ja");
        visitor.menu("language").selectOption("de");

        assertThat(visitor.in("html")).hasAttribute("lang", "de");
        assertThat(visitor.field()).hasAttribute("aria-label", Pattern.compile("Nachricht.*"));
        visitor.page().reload();
        assertThat(visitor.in("html")).hasAttribute("lang", "de");
    }

    @Test
    void fromRightToLeftEverythingIsMirrored() {
        Widget visitor = shop(people.person()).open().sayAndWait("שלום");
        double mineBefore = middle(visitor.bubbles().last());
        double sendBefore = middle(visitor.in("#send"));
        visitor.page().evaluate("Deskbell.setLanguage('he')");

        assertThat(visitor.in("html")).hasAttribute("dir", "rtl");
        double window = middle(visitor.iframe());
        assertThat(mineBefore).isGreaterThan(window);
        assertThat(sendBefore).isGreaterThan(window);
        assertThat(middle(visitor.bubbles().last())).isLessThan(window);
        assertThat(middle(visitor.in("#send"))).isLessThan(window);
    }

    @Test
    void theChatMovesIntoAWindowOfItsOwnAndBack() {
        Widget visitor = people.visitor().open();
        String mark = "moving " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        Widget own = new Widget(
                visitor.page().waitForPopup(() -> visitor.menu("popout").click()));
        assertThat(own.message(mark)).isVisible();
        assertThat(visitor.in("#cover")).isVisible();
        own.sayAndWait("from my own window");
        reply("from my own window", "to your own window");
        assertThat(own.message("to your own window")).hasCount(1);
        own.page().close();

        assertThat(visitor.in("#cover")).isHidden();
        assertThat(visitor.message("to your own window")).hasCount(1);
        visitor.sayAndWait("back again");
    }

    @Test
    void endAndForgetLeavesNothingInTheBrowserAndInNoOtherTab() {
        BrowserContext person = people.person();
        Widget one = shop(person).open();
        String secret = "forget this " + UUID.randomUUID();
        one.sayAndWait(secret);
        Widget two = shop(person);
        assertThat(two.message(secret)).isVisible();
        one.menu("forget").click();
        one.in("#dialog [value=yes]").click();

        assertThat(one.in("#cover")).containsText("All forgotten");
        assertThat(one.message(secret)).hasCount(0);
        assertThat(two.message(secret)).hasCount(0);
        assertThat(person.storageState()).doesNotContain("token");
        one.in("#cover .main").click();
        one.sayAndWait("somebody new");
        assertThat(one.message(secret)).hasCount(0);
    }

    @Test
    void endingIsAskedForAndAMessageOpensTheChatAgain() {
        Widget visitor = shop(people.person()).open().sayAndWait("hallo");
        visitor.menu("end").click();
        visitor.in("#dialog [value=no]").click();
        assertThat(visitor.in("#banner")).not().containsText("ended");
        visitor.menu("end").click();
        visitor.in("#dialog [value=yes]").click();

        assertThat(visitor.in("#banner")).containsText("This chat has ended");
        visitor.sayAndWait("one more thing");
        assertThat(visitor.in("#banner")).not().containsText("ended");
    }

    @Test
    void nothingIsSentBeforeTheVisitorAgrees() {
        BrowserContext person = people.person();
        List<String> sockets = new ArrayList<>();
        Page page = person.newPage();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.navigate(PAGES.origin("shop.localhost") + PAGES.withChat(careful));
        Widget visitor = new Widget(page);
        visitor.button().click();
        assertThat(visitor.in("#cover")).containsText("30 days");
        assertThat(visitor.in("#cover .rich strong, #cover .rich b")).hasText("30 days");
        assertThat(sockets).isEmpty();
        visitor.in("#cover .other").click();
        assertThat(visitor.iframe()).hasCSS("visibility", "hidden");
        assertThat(person.storageState()).doesNotContain("token");
        visitor.button().click();
        visitor.in("#cover .main").click();

        visitor.sayAndWait("I agree");
        visitor.page().reload();
        assertThat(visitor.message("I agree")).isVisible();
        assertThat(visitor.in("#cover")).isHidden();
    }

    @Test
    void aPageMayHoldBackEvenTheButtonUntilItHasConsent() {
        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost") + PAGES.withChat(shop, "data-consent=wait"));
        visitor.page().waitForFunction("!!window.Deskbell?.open");
        assertThat(visitor.page().locator(Widget.HOST)).hasCount(0);
        visitor.page().evaluate("Deskbell.consent(true)");

        visitor.open().sayAndWait("allowed");
        visitor.page().evaluate("Deskbell.consent(false)");
        assertThat(visitor.button()).isHidden();
        assertThat(visitor.iframe()).hasCount(0);
    }

    @Test
    void theOtherSidesTypingIsShownAndExpiresByItself() {
        Page page = people.person().newPage();
        page.clock().install();
        page.navigate(PAGES.origin("shop.localhost") + PAGES.withChat(shop));
        Widget visitor = new Widget(page).open();
        String mark = "are you typing? " + UUID.randomUUID();
        visitor.sayAndWait(mark);
        DeskClient desk = desk();
        String conversation = conversation(desk, mark);
        desk.follow(conversation);
        desk.send(Frame.of("typing", "conversation", conversation, "on", true));

        assertThat(visitor.in("#typing")).containsText(Pattern.compile("Ben.* is typing"));
        page.clock().fastForward(6_100);
        assertThat(visitor.in("#typing")).isHidden();
    }

    private Widget shop(BrowserContext person) {
        return people.visitorAt(person, PAGES.origin("shop.localhost") + PAGES.withChat(shop));
    }

    /** An agent answers the conversation that ends with this text; faster than a second browser window. */
    private void reply(String last, String answer) {
        DeskClient desk = desk();
        String conversation = conversation(desk, last);
        desk.follow(conversation);
        desk.sayAndWait(conversation, answer);
    }

    private DeskClient desk() {
        DeskClient desk = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        desks.add(desk);
        return desk;
    }

    private static String conversation(DeskClient desk, String last) {
        return Await.value("conversation with " + last, () -> desk.inbox().values().stream()
                .filter(each ->
                        each.has("last") && last.equals(each.child("last").text("text")))
                .map(each -> each.text("conversation"))
                .findFirst()
                .orElse(null));
    }

    private static int notes(Widget tab) {
        return ((Number) tab.frame().evaluate("window.notes")).intValue();
    }

    private static double middle(Locator part) {
        return part.boundingBox().x + part.boundingBox().width / 2;
    }
}
