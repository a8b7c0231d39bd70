package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts that want to be scripts stay texts, on both sides and in every field: S23, S24, S28, S55. */
class HostileTextIT {

    /** So many payloads travel in one message, so that hundreds of them do not take hundreds of round trips. */
    private static final int LOAD = 20;

    private static final String HARMLESS =
            "all => all.map(a => a.getAttribute('href')).filter(href => !/^(https?|mailto):/i.test(href) && !href.startsWith('/'))";
    private static final String ELEMENTS =
            "all => all.filter(each => each.matches('script, img, svg:not(.icon), iframe, object, embed, form, style, link, base, meta, video, audio, input') || each.getAttributeNames().some(name => name.startsWith('on'))).map(each => each.outerHTML)";

    @RegisterExtension
    final People people = new People();

    private final List<String> executed = new ArrayList<>();

    @Test
    void whatBothSidesSayIsShownLiterallyAndRunsNowhere() {
        ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
        DeskClient desk = DeskClient.open(People.server(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        String conversation = visitor.sayAndWait("hostile " + UUID.randomUUID()).text("conversation");
        desk.follow(conversation);
        List<String> loads = loads();
        loads.stream().map(visitor::say).toList().forEach(each -> each.join());
        loads.stream().map(load -> desk.say(conversation, load)).toList().forEach(each -> each.join());
        Page inbox = watched(people.staff(Demo.OTHER_AGENT)).newPage();
        inbox.navigate(People.at("console/inbox?c=" + conversation));
        BrowserContext person = watched(people.person());
        person.addInitScript("if (location.pathname === '/widget/window') localStorage.setItem('deskbell." + Demo.SITE
                + ".token', '" + visitor.token() + "')");
        Widget widget = people.visitorAt(person, People.at("demo/index.html")).open();

        holds(inbox.locator("#log .message:last-child .bubble"), loads);
        holds(widget.in(".message .bubble").last(), loads);
        check(inbox, "#inbox");
        shown(inbox.locator("#log").textContent(), loads);
        shown(widget.in("#list").textContent(), loads);
        check(widget);
        assertThat(executed).isEmpty();
        visitor.close();
        desk.close();
    }

    @Test
    void whatThePageSaysOfTheVisitorIsShownLiterallyToAgents() {
        List<String> payloads = Payloads.all();
        List<ChatClient> visitors = new ArrayList<>();
        Page inbox = watched(people.staff(Demo.OTHER_AGENT)).newPage();
        for (int i = 0; i < 6; i++) {
            int at = i * payloads.size() / 6;
            JsonObjectBuilder attributes = Json.createObjectBuilder();
            for (int k = 0; k < 18; k++) {
                attributes.add(
                        cut(k + payloads.get((at + k) % payloads.size()), 40),
                        cut(payloads.get((at + 20 + k) % payloads.size()), 200));
            }
            String payload = payloads.get(at).replaceAll("[\\u0000-\\u001f\\u2028\\u202e]", "");
            ChatClient visitor = ChatClient.of(People.server(), Demo.SITE, Carrier.WEBSOCKET)
                    .saying(hello -> hello.with("name", cut(payload, 200))
                            .with("language", "en")
                            .with("attributes", attributes.build())
                            .with(
                                    "page",
                                    Json.createObjectBuilder()
                                            .add("url", "javascript:alert(document.domain)//" + payload)
                                            .add("title", cut(payload, 300))
                                            .add("referrer", "data:text/html," + payload)
                                            .build()));
            visitors.add(visitor.start());
            String conversation =
                    visitor.sayAndWait("look at my page " + UUID.randomUUID()).text("conversation");
            inbox.navigate(People.at("console/inbox?c=" + conversation));
            assertThat(inbox.locator(".customer-name"))
                    .hasText(cut(payload, 200).strip());
            assertThat(inbox.locator(".thread-name"))
                    .containsText(cut(payload, 200).strip());
            check(inbox, "#inbox");
            assertThat(inbox.locator("#customer .facts a[href]").evaluateAll(HARMLESS))
                    .isEqualTo(List.of());
        }
        assertThat(executed).isEmpty();
        visitors.forEach(ChatClient::close);
    }

    @Test
    void answersAreShownLiterallyWhereverTheyAreOffered() {
        ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
        String mark = UUID.randomUUID().toString().substring(0, 6);
        visitor.send(Frame.of("identify", "name", "<img src=x onerror=alert(1)>"));
        String conversation = visitor.sayAndWait("answers " + mark).text("conversation");
        DeskClient desk = DeskClient.open(People.server(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        // What looks like a variable and is none is refused, see S09.
        String load = cut(
                        loads().get(0)
                                .lines()
                                .filter(line -> !line.contains("{{"))
                                .collect(Collectors.joining("\n")),
                        3_900)
                .strip();
        String title = "<img src=x onerror=alert(1)>" + mark;
        int told = desk.tape().size();
        desk.send(Frame.of(
                "keep",
                "ref",
                ChatClient.ref(),
                "shortcut",
                "x" + mark,
                "title",
                title,
                "text",
                "{{visitor.name}} " + load));
        desk.tape().await(told, "kept");
        Page inbox = watched(people.staff(Demo.OTHER_AGENT)).newPage();
        inbox.navigate(People.at("console/inbox?c=" + conversation));
        assertThat(inbox.locator("#log").getByText("answers " + mark)).isVisible();
        inbox.locator("#text").pressSequentially("/x" + mark);
        assertThat(inbox.locator("#answers-list .answer-title").first()).hasText(title);
        assertThat(inbox.locator(".answers-preview")).containsText("<img src=x onerror=alert(1)> <script>");
        assertThat(inbox.locator("#answers *").evaluateAll(ELEMENTS)).isEqualTo(List.of());
        inbox.keyboard().press("Enter");
        assertThat(inbox.locator("#text")).hasValue("<img src=x onerror=alert(1)> " + load);
        inbox.navigate(People.at("console/answers"));
        assertThat(inbox.getByText(title)).isVisible();
        inbox.getByText(title).click();
        assertThat(inbox.locator("#filled-known")).containsText("Lin <script>");
        assertThat(inbox.locator("#filled *").evaluateAll(ELEMENTS)).isEqualTo(List.of());
        inbox.locator("#remove").click();
        assertThat(inbox.locator("#undo-remove")).isVisible();
        assertThat(inbox.evaluate("window.pwned")).isNull();
        assertThat(executed).isEmpty();
        visitor.close();
        desk.close();
    }

    @Test
    void namesOfSitesAndAgentsAreTextsToo() {
        String payload = "\"><img src=x onerror=alert(1)>";
        Page admin = watched(people.staff(Demo.ADMINISTRATOR)).newPage();
        HostPages pages = new HostPages();
        String site = NewSite.of(people, pages.origin("shop.localhost"), page -> {
            page.locator("#name").fill("Site " + payload);
            page.locator("#title").fill(payload + "</script><script>alert()");
            page.locator("#buttonLabel").fill("<b onclick=alert(1)>Hi</b>");
            page.locator("#greeting").fill(payload + " [x](javascript:alert(1)) </script>");
            page.locator("#consent").fill(payload + " javascript:alert(1) <svg onload=alert(1)>");
        });
        Widget visitor =
                people.visitorAt(watched(people.person()), pages.origin("shop.localhost") + pages.withChat(site));
        assertThat(visitor.button()).containsText("<b onclick=alert(1)>Hi</b>");
        visitor.button().click();
        assertThat(visitor.in("#cover .rich")).containsText(payload);
        visitor.in("#cover .main").click();
        assertThat(visitor.in("#title")).hasText(payload + "</script><script>alert()");
        assertThat(visitor.bubbles().first()).containsText(payload);
        check(visitor);
        admin.navigate(People.at("console/sites"));
        assertThat(admin.getByText("Site " + payload).first()).isVisible();
        admin.navigate(People.at("console/site?key=" + site));
        assertThat(admin.locator("h1")).hasText("Site " + payload);
        assertThat(admin.locator("#preview .pv-title")).hasText(payload + "</script><script>alert()");
        admin.navigate(People.at("console/agents"));
        String login = "x-" + UUID.randomUUID();
        admin.locator("#invite #name").fill(payload);
        admin.locator("#login").fill(login);
        admin.locator("#invite #send").click();
        assertThat(admin.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Give this link to \u2068" + payload)))
                .isVisible();
        assertThat(admin.locator("#agents").getByText(payload).first()).isVisible();
        assertThat(executed).isEmpty();
        pages.close();
    }

    @Test
    void theLongestTextsOfEveryKindAreDrawnAtOnce() {
        List<String> evil = List.of(
                "a".repeat(3_999) + "!",
                "*".repeat(4_000),
                "_a".repeat(2_000),
                "[".repeat(4_000),
                "[](".repeat(1_333),
                "`".repeat(4_000),
                "https://" + "a.".repeat(1_990),
                "http://".repeat(570),
                "a@".repeat(2_000),
                "**a ".repeat(1_000),
                "> ".repeat(2_000),
                "\n".repeat(3_998) + "x",
                "- ".repeat(1_999) + "x",
                "~~".repeat(2_000),
                "(".repeat(2_000) + ")".repeat(2_000),
                "\u202e".repeat(3_999) + "x",
                "👩‍👩‍👧‍👦".repeat(360),
                "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢".repeat(100),
                "\ufdfd".repeat(4_000),
                "https://a.example/?" + "q=(".repeat(1_300));
        ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
        DeskClient desk = DeskClient.open(People.server(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
        String conversation = visitor.sayAndWait("long " + UUID.randomUUID()).text("conversation");
        evil.forEach(visitor::sayAndWait);
        visitor.sayAndWait("the end");
        Page inbox = watched(people.staff(Demo.OTHER_AGENT)).newPage();
        long start = System.nanoTime();
        inbox.navigate(People.at("console/inbox?c=" + conversation));
        assertThat(inbox.locator("#log").getByText("the end")).isVisible();

        assertThat((System.nanoTime() - start) / 1_000_000)
                .as("milliseconds for everything")
                .isLessThan(15_000);
        assertThat(((Number)
                                inbox.evaluate(
                                        "Math.max(0, document.querySelector('.log-scroll').scrollWidth - document.querySelector('.log-scroll').clientWidth)"))
                        .intValue())
                .as("nothing sticks out")
                .isLessThan(2);
        Page modules = people.person().newPage();
        modules.navigate(People.at("demo/index.html"));
        for (String text : evil) {
            Number spent = (Number) modules.evaluate(
                    """
                    async text => {
                      const { rich } = await import('../shared/rich.js');
                      rich(text);
                      const start = performance.now();
                      rich(text.repeat(Math.ceil(65536 / text.length)).slice(0, 65536));
                      return performance.now() - start;
                    }""",
                    text);
            assertThat(spent.doubleValue())
                    .as("milliseconds for 64 KB of " + text.substring(0, 10))
                    .isLessThan(500);
        }
        visitor.close();
        desk.close();
    }

    private static List<String> loads() {
        List<String> all = Payloads.all();
        return IntStream.range(0, (all.size() + LOAD - 1) / LOAD)
                .mapToObj(i -> all.subList(i * LOAD, Math.min(all.size(), (i + 1) * LOAD)).stream()
                        .collect(Collectors.joining("\n")))
                .map(load -> cut(load, 4_000))
                .toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Every line is there as it was written, but for the signs that Markdown takes for itself. */
    private static void shown(String screen, List<String> loads) {
        String seen = bare(screen);
        List<String> missing = loads.stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("alert") && !line.contains("](") && !line.contains("]:"))
                .filter(line -> !seen.contains(bare(line)))
                .toList();
        assertThat(missing).as("lines that are not shown as they were written").isEmpty();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s*_`~>#\\u0001\\u2028\\u202e-]", "");
    }

    private static void holds(Locator last, List<String> loads) {
        assertThat(last)
                .containsText(loads.get(loads.size() - 1)
                        .lines()
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .strip()
                        .substring(0, 5));
    }

    private void check(Page page, String root) {
        assertThat(page.locator(root + " .bubble a[href], " + root + " .message a[href]")
                        .evaluateAll(HARMLESS))
                .isEqualTo(List.of());
        assertThat(page.locator(root + " .bubble *").evaluateAll(ELEMENTS)).isEqualTo(List.of());
        assertThat(page.evaluate("window.pwned")).isNull();
    }

    private void check(Widget widget) {
        assertThat(widget.in(".bubble a[href], .rich a[href]").evaluateAll(HARMLESS))
                .isEqualTo(List.of());
        assertThat(widget.in(".bubble *").evaluateAll(ELEMENTS)).isEqualTo(List.of());
        assertThat(widget.frame().evaluate("window.pwned")).isNull();
        assertThat(widget.page().evaluate("window.pwned")).isNull();
    }

    private BrowserContext watched(BrowserContext context) {
        context.onDialog(dialog -> {
            executed.add(dialog.page().url() + ": " + dialog.message());
            dialog.dismiss();
        });
        return context;
    }
}
