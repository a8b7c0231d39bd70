package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** G1–G15: an agent helps on the visitor's page, with what the visitor allowed and nothing else. */
class HelpOnPageIT {

    @RegisterExtension
    final People people = new People();

    /** Frames of the page's picture that left the visitor's browser. */
    private final List<String> pictures = new CopyOnWriteArrayList<>();

    private final List<String> loaded = new CopyOnWriteArrayList<>();

    @Test
    void aWholeSessionFromTheQuestionToTheEnd() {
        Help help = between("demo/delivery.html");
        help.ask("see", "point");
        assertThat(help.question()).containsText(Help.named("Ben") + " would like to help you on this page");
        assertThat(help.question()).containsText("to finish the order");
        assertThat(help.question().locator(".main")).isDisabled();
        assertThat(pictures).isEmpty();

        help.allow("see", "point").sees("Where shall it go?");
        assertThat(help.mark()).containsText(Help.named("Ben") + " sees this page and points on it");
        assertThat(help.toldVisitor("You allowed " + Help.named("Ben"))).isVisible();

        page(help).locator("[name=name]").fill("Lin Canary");
        page(help).locator("[name=note]").fill("Second floor");
        assertThat(help.seen().locator("input").nth(2)).hasValue("Second floor");
        assertThat(help.seen().locator("input").first()).not().hasValue("Lin Canary");
        assertThat(help.seen().getByText("FW-20417")).hasCount(0);

        help.agent().page().locator("#tool-stop").click();
        assertThat(help.mark()).hasCount(0);
        assertThat(help.toldVisitor(Help.named("Ben") + " ended the help")).isVisible();
        silent(help);
    }

    @Test
    void withoutAYesNothingLeavesThePage() {
        Help help = between("demo/delivery.html");
        help.ask("see").refuse();
        assertThat(help.told("did not allow")).isVisible();
        assertThat(help.toldVisitor("You did not allow " + Help.named("Ben"))).isVisible();
        assertThat(help.mark()).hasCount(0);
        assertThat(pictures).isEmpty();
        assertThat(loaded).noneMatch(url -> url.endsWith("/widget/assist.js"));
    }

    @Test
    void theVisitorTakesItBackInTheMiddleOfIt() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        help.stopOnThePage().click();
        assertThat(help.mark()).hasCount(0);
        assertThat(help.visitor().in(".allowed li")).hasCount(0);
        assertThat(help.told("stopped").or(help.told("ended"))).isVisible();
        silent(help);
        help.visitor().sayAndWait("the chat goes on");
    }

    @Test
    void itGoesOnAfterAReloadAndOnTheNextPage() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        page(help).reload();
        help.sees("Where shall it go?");
        assertThat(help.mark()).isVisible();
        page(help).navigate(People.at("demo/product.html?plant=fern"));
        help.sees("Terracotta");
        assertThat(help.mark()).isVisible();
    }

    @Test
    void aSuggestionHappensWhenTheVisitorSaysYes() {
        Help help = between("demo/product.html");
        help.ask("see", "point").allow("see", "point").sees("Add to basket");
        help.tool("click").use(help.seen().getByText("Add to basket")).suggest();
        assertThat(help.suggestion())
                .containsText(Help.named("Ben") + " suggests: click “" + Help.named("Add to basket") + "”");
        assertThat(page(help).locator(".basket b")).hasText("0");
        help.answer("Do it");
        assertThat(page(help).locator(".basket b")).hasText("1");
        assertThat(help.toldVisitor(Help.named("Ben") + " suggested to click")).isVisible();
        assertThat(help.toldVisitor("You accepted")).isVisible();
        assertThat(help.told("Add to basket").first()).isVisible();

        help.tool("click").use(help.seen().getByText("Add to basket")).suggest();
        help.answer("No");
        assertThat(help.toldVisitor("You refused")).isVisible();
        assertThat(page(help).locator(".basket b")).hasText("1");
    }

    @Test
    void aTextIsSuggestedForAFieldTheSiteShowsAndForNoOther() {
        Help help = between("demo/delivery.html");
        help.ask("see", "point").allow("see", "point").sees("Where shall it go?");
        help.pick("fill", help.seen().locator("input").nth(2), "Note for the courier");
        Page console = help.agent().page();
        console.locator("#suggest-text").fill("Ring twice");
        help.suggest();
        assertThat(help.suggestion()).containsText("Ring twice");
        help.answer("Do it");
        assertThat(page(help).locator("[name=note]")).hasValue("Ring twice");

        page(help).locator("[name=name]").fill("Lin");
        help.pick("fill", help.seen().locator("input").first(), "hidden from you");
        assertThat(console.locator("#suggest-text")).isHidden();
    }

    @Test
    void pointerAndDrawingAppearOnThePage() {
        Help help = between("demo/product.html");
        help.ask("see", "point").allow("see", "point").sees("Add to basket");
        help.tool("point").use(help.seen().getByText("Add to basket"));
        assertThat(page(help).locator("deskbell-assist .pointer")).containsText("Ben");
        assertThat(page(help).locator("deskbell-assist .box")).isVisible();

        help.tool("draw");
        BoundingBox box = help.seen().getByText("Add to basket").boundingBox();
        help.agent().page().mouse().move(box.x, box.y);
        help.agent().page().mouse().down();
        help.agent().page().mouse().move(box.x + 30, box.y + 10);
        help.agent().page().mouse().move(box.x + 60, box.y);
        help.agent().page().mouse().up();
        assertThat(page(help)
                        .locator("deskbell-assist svg path, deskbell-assist svg polyline")
                        .last())
                .isAttached();
    }

    @Test
    void directClicksNeedTheirOwnYes() {
        Help help = between("demo/product.html");
        help.ask("see", "point").allow("see", "point").sees("Add to basket");
        assertThat(help.agent().page().locator("#assist [data-tool=act]")).isHidden();

        help.agent().page().locator("#tool-more").click();
        help.agent().page().locator("#ask input[value=act]").check();
        help.agent().page().locator("#ask-send").click();
        help.question().locator(".main").click();
        help.tool("act").use(help.seen().getByText("Add to basket"));
        assertThat(page(help).locator(".basket b")).hasText("1");
    }

    @Test
    void theNextAgentHasToAskAnew() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        help.agent().page().locator("#do-release").click();
        assertThat(help.mark()).hasCount(0);
        assertThat(help.visitor().in(".allowed li")).hasCount(0);
        silent(help);
    }

    @Test
    void aColleagueSeesItWithAYesOfHisOwn() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        Inbox colleague = people.agent(Demo.OTHER_AGENT);
        colleague.page().navigate(help.agent().page().url());
        assertThat(colleague.page().locator("#do-assist")).isVisible();
        assertThat(colleague.page().locator("#assist")).isHidden();

        Help other = new Help(help.visitor(), colleague);
        other.ask("see").allow("see").sees("Where shall it go?");
        page(help).locator("[name=note]").fill("For both of you");
        assertThat(help.seen().locator("input").nth(2)).hasValue("For both of you");
        assertThat(other.seen().locator("input").nth(2)).hasValue("For both of you");
        colleague.page().locator("#tool-stop").click();
        assertThat(help.visitor().in(".allowed li")).hasCount(1);
        help.sees("Where shall it go?");
    }

    @Test
    void aClosedTabIsSaidAndComesBackByItself() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        page(help).navigate("about:blank");
        assertThat(help.agent().page().locator("#assist .veil-card")).isVisible();
        page(help).navigate(People.at("demo/delivery.html"));
        help.sees("Where shall it go?");
    }

    @Test
    void anotherTabSaysSoAndCanStopItToo() {
        Help help = between("demo/delivery.html");
        help.ask("see").allow("see").sees("Where shall it go?");
        Widget other = people.visitorAt(page(help).context(), People.at("demo/index.html"));
        assertThat(other.in(".allowed li")).containsText(Help.named("Ben") + " sees another tab of yours");
        other.in(".allowed .stop").click();
        assertThat(help.mark()).hasCount(0);
        silent(help);
    }

    @Test
    void questionAndMarkAreUsedWithoutAMouse() {
        Help help = between("demo/delivery.html");
        help.ask("see", "point");
        accessible(help);
        help.question().locator("input[value=see]").focus();
        help.visitor().page().keyboard().press("Space");
        help.visitor().page().keyboard().press("Tab");
        help.visitor().page().keyboard().press("Tab");
        help.visitor().page().keyboard().press("Tab");
        assertThat(help.question().locator(".main")).isFocused();
        help.visitor().page().keyboard().press("Enter");
        help.sees("Where shall it go?");
        assertThat(help.mark()).containsText(Help.named("Ben") + " sees this page");
        accessible(help);
        Locator grip = help.mark().getByRole(AriaRole.BUTTON).first();
        double before = help.mark().boundingBox().x;
        grip.press("ArrowLeft");
        Await.until("the mark has moved", () -> help.mark().boundingBox().x < before);
        help.stopOnThePage().press("Enter");
        assertThat(help.mark()).hasCount(0);
    }

    private Help between(String page) {
        Page tab = people.person().newPage();
        tab.onWebSocket(socket -> socket.onFrameSent(frame -> {
            if (frame.text() != null && frame.text().contains("\"about\":\"page\"")) {
                pictures.add(frame.text());
            }
        }));
        tab.onRequest(request -> loaded.add(request.url()));
        tab.navigate(People.at(page));
        return Help.between(new Widget(tab).open(), people.agent(Demo.AGENT));
    }

    private void accessible(Help help) {
        assertThat(people.complaints()).isEmpty();
        assertThat(Axe.violations(help.visitor().page(), "the visitor's page")).isEmpty();
        assertThat(Axe.violations(help.agent().page(), "the inbox")).isEmpty();
        // To read our sheets, axe makes style elements, which the pages' policies refuse.
        people.complaints().clear();
    }

    private static Page page(Help help) {
        return help.visitor().page();
    }

    /** Whatever happens on the page now, nobody hears of it. */
    private void silent(Help help) {
        int before = pictures.size();
        page(help).bringToFront();
        page(help).evaluate("document.querySelector('h1').textContent = 'Nobody is to see this'");
        page(help).mouse().move(100, 200);
        page(help).mouse().wheel(0, 200);
        help.visitor().sayAndWait("still here " + System.nanoTime());
        assertThat(pictures).hasSize(before);
    }
}
