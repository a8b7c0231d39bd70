package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may show the chat, and what pages around it can do to it: S03, S29, S31, A12. */
class EmbeddingIT {

    private static final HostPages PAGES = new HostPages();
    private static String site;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void aShopWithTwoSubDomains() {
        site = NewSite.of(new People(), PAGES.origin("shop.localhost") + "\n" + PAGES.origin("*.shop.localhost"));
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void aPageOfTheSitesOwnAddressShowsTheChat() {
        Widget visitor = visitorAt("shop.localhost", PAGES.withChat(site)).open();
        visitor.sayAndWait("I may be here");
    }

    @Test
    void anAddressWithAStarShowsTheChatOnEverySubDomain() {
        Widget visitor =
                visitorAt("deep.down.shop.localhost", PAGES.withChat(site)).open();
        visitor.sayAndWait("I may be here too");
    }

    @Test
    void aPageOfAnotherAddressDoesNotGetTheWindow() {
        Widget visitor = visitorAt("thief.localhost", PAGES.withChat(site));
        visitor.button().click();
        awaitRefusal(visitor.page(), 1);
        assertThat(visitor.in("#text")).hasCount(0);
        people.complaints().clear();
    }

    @Test
    void aPageThatPutsTheWindowIntoAFrameOfAnAllowedPageIsRefusedToo() {
        String inner = PAGES.withChat(site);
        String outer = PAGES.page("<!doctype html><title>Thief</title><iframe src='" + PAGES.origin("shop.localhost")
                + inner + "' width=900 height=700></iframe>");
        Page page = people.person().newPage();
        page.navigate(PAGES.origin("thief.localhost") + outer);
        page.frameLocator("iframe").locator(Widget.HOST + " button").click();
        awaitRefusal(page, 1);
        people.complaints().clear();
    }

    @Test
    void theConsoleAndTheEntrancesCannotBeFramedEvenByANeighbourOnTheSameHost() {
        List<String> addresses = List.of(
                "login",
                "setup?t=x",
                "invite?t=x",
                "console/inbox",
                "console/sites",
                "console/site?key=demo",
                "console/agents",
                "console/account",
                "console/nothing-here",
                "error",
                "demo/index.html");
        StringBuilder html = new StringBuilder("<!doctype html><title>Thief</title>");
        addresses.forEach(address ->
                html.append("<iframe src='").append(People.at(address)).append("'></iframe>"));
        Page page = people.staff(Demo.ADMINISTRATOR).newPage();
        page.navigate(PAGES.origin("localhost") + PAGES.page(html.toString()));

        page.waitForCondition(() -> page.frames().stream()
                        .filter(frame -> frame.url().startsWith("chrome-error:"))
                        .count()
                == addresses.size());

        people.complaints().clear();
    }

    @Test
    void twoSubDomainsShareTheConversation() {
        String said = "from the first sub-domain " + UUID.randomUUID();
        String page = PAGES.withChat(site, "data-domain=shop.localhost");
        Widget visitor = visitorAt("a.shop.localhost", page).open().sayAndWait(said);

        visitor.page().navigate(PAGES.origin("b.shop.localhost") + page);

        assertThat(visitor.message(said)).isVisible();
        String again = "from the second sub-domain " + UUID.randomUUID();
        visitor.sayAndWait(again);
        assertThat(people.agent().pick(again).message(said)).isVisible();
        assertThat(visitor.page().context().cookies(PAGES.origin("b.shop.localhost")))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.value)
                        .as("that a chat is running, not whose")
                        .matches("[123]"));
    }

    @Test
    void foreignFramesAreNotHeardByLoaderOrWindow() {
        String thief = PAGES.page(
                """
                <!doctype html><title>Thief</title><script>
                const lies = [
                  ...['ready', 'words', 'close', 'open', 'unread', 'preview', 'running', 'gone', 'constructor', '__proto__', 'toString']
                    .map(deskbell => ({deskbell, count: 99, height: 9999, on: true, label: 'Thief', token: 'stolen', url: 'javascript:alert(1)'})),
                  {deskbell: 'state', open: true, quiet: false, wipe: true, who: {id: 'thief', attributes: {name: 'Thief'}}, language: 'ar', page: {url: 'http://thief/', title: 'Thief'}},
                  {deskbell: 'you', token: 'planted', state: null, consent: '', language: 'ar'}, {deskbell: 'token', token: 'planted'}, {deskbell: 'who?'},
                  'deskbell', null, 7, [], {deskbell: null},
                ];
                addEventListener('message', event => { if (event.data?.deskbell) parent.postMessage({heard: event.data}, '*'); });
                function lie(times) {
                  for (let i = 0; i < times; i++) for (const each of lies) {
                    parent.postMessage(each, '*');
                    for (let f = 0; f < parent.frames.length; f++) if (parent.frames[f] !== self) parent.frames[f].postMessage(each, '*');
                  }
                  parent.postMessage({done: true}, '*');
                }
                addEventListener('message', event => { if (event.data?.lie) lie(event.data.lie); });
                </script>""");
        Widget visitor = visitorAt(
                "shop.localhost",
                PAGES.page(
                        "<!doctype html><html lang=en><title>A shop</title><script>window.seen = []; addEventListener('message', event => { if (event.data?.heard || event.data?.done) seen.push(event.data); });</script>"
                                + HostPages.tag(site, "") + "<iframe id=thief src='" + PAGES.origin("thief.localhost")
                                + thief + "'></iframe>"));
        visitor.open().sayAndWait("before the lies");
        Page page = visitor.page();

        page.evaluate("document.getElementById('thief').contentWindow.postMessage({lie: 500}, '*')");
        page.waitForCondition(() -> (Boolean) page.evaluate("seen.some(each => each.done)"));

        visitor.sayAndWait("after the lies");
        assertThat(visitor.message("before the lies")).isVisible();
        assertThat(visitor.button()).hasAttribute("aria-expanded", "true");
        assertThat(visitor.badge()).isHidden();
        assertThat(visitor.in("html")).hasAttribute("lang", "en");
        assertThat(page.title()).isEqualTo("A shop");
        assertThat(page.evaluate("seen.filter(each => each.heard)")).isEqualTo(List.of());
        assertThat(token(visitor)).isNotEqualTo("planted");
    }

    @Test
    void aPageThatOpensTheWindowItselfGetsAndPlantsNothing() {
        String thief = PAGES.page(
                """
                <!doctype html><title>Thief</title><script>
                window.heard = [];
                addEventListener('message', event => heard.push(event.data));
                function go(address) {
                  window.victim = open(address, 'victim', 'popup');
                  setInterval(() => {
                    for (const lie of [{deskbell: 'you', token: 'planted', state: null, consent: '', language: 'ar'}, {deskbell: 'who?'},
                      {deskbell: 'state', open: true, wipe: true, who: {}, language: 'ar', page: {url: 'x', title: 'x'}}]) victim.postMessage(lie, '*');
                  }, 20);
                }
                </script>""");
        BrowserContext person = people.person();
        Page page = person.newPage();
        page.navigate(PAGES.origin("thief.localhost") + thief);
        Page victim = page.waitForPopup(
                () -> page.evaluate("go('" + People.at("widget/window?site=" + site + "#own") + "')"));
        Widget own = new Widget(victim);

        // Until its styles are there nothing hides what is not ready yet.
        assertThat(own.field()).isFocused();
        own.sayAndWait("I am alone here");

        assertThat(own.in("html")).hasAttribute("lang", "en");
        assertThat(page.evaluate("heard")).isEqualTo(List.of());
        assertThat(victim.evaluate("localStorage.getItem('deskbell." + site + ".token')"))
                .isNotNull()
                .isNotEqualTo("planted");
    }

    @Test
    void whatPageAndWindowTellEachOtherHoldsNoTokenAndNoWords() {
        BrowserContext person = people.person();
        person.addInitScript(
                "addEventListener('message', event => console.log('told ' + JSON.stringify(event.data)), true)");
        List<String> told = new ArrayList<>();
        person.onConsoleMessage(message -> told.add(message.text()));
        Widget visitor = people.visitorAt(person, PAGES.origin("shop.localhost") + PAGES.withChat(site))
                .open();
        String question = "question-" + UUID.randomUUID();
        visitor.sayAndWait(question);
        visitor.button().click();
        String answer = "answer-" + UUID.randomUUID();
        people.agent().pick(question).sayAndWait(answer);
        assertThat(visitor.badge()).hasText("1");
        visitor.button().click();
        assertThat(visitor.message(answer)).isVisible();

        String token = token(visitor);

        assertThat(told)
                .filteredOn(each -> each.contains("\"deskbell\":\"unread\""))
                .isNotEmpty();
        assertThat(told)
                .filteredOn(each -> each.contains("\"deskbell\":\"state\""))
                .isNotEmpty();
        assertThat(String.join("\n", told)).doesNotContain(token, question, answer);
    }

    @Test
    void aPageThatSaysNonsenseToItsOwnChatDoesNotBreakIt() {
        Widget visitor = visitorAt("shop.localhost", PAGES.withChat(site)).open();
        Page page = visitor.page();

        page.evaluate(
                """
                () => {
                  const cycle = {}; cycle.cycle = cycle;
                  Deskbell.identify(10n, {name: {}, n: 7n, list: [1, [2]], none: null, cycle, long: 'x'.repeat(100000), ['k'.repeat(5000)]: 'v'});
                  Deskbell.setAttributes(Object.fromEntries(Array.from({length: 500}, (_, i) => ['a' + i, i])));
                  Deskbell.setLanguage({toString: () => 'xx-'.repeat(1000)});
                  Deskbell.push(['nothing']);
                  document.title = 'x'.repeat(200000);
                  history.replaceState(null, '', '#' + 'y'.repeat(50000));
                }""");

        visitor.sayAndWait("still here");
        page.evaluate("Deskbell.setLanguage('fr')");
        assertThat(visitor.in("html")).hasAttribute("lang", "fr");
    }

    private static String token(Widget visitor) {
        return (String) visitor.frame().evaluate("localStorage.getItem('deskbell." + site + ".token')");
    }

    private void awaitRefusal(Page page, int times) {
        page.waitForCondition(() -> people.complaints().stream()
                        .filter(each -> each.contains("frame-ancestors"))
                        .count()
                >= times);
        assertThat(page.frames()).as("frames that show something of Deskbell").noneMatch(frame -> frame.url()
                .contains("/widget/window"));
    }

    private Widget visitorAt(String host, String page) {
        return people.visitorAt(PAGES.origin(host) + page);
    }
}
