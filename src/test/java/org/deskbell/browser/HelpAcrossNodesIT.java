package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.deskbell.support.Demo;
import org.deskbell.support.TwoNodes;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Help on the page where the visitor's browser is at one node and the agent's console at another. */
class HelpAcrossNodesIT {

    @RegisterExtension
    final People people = new People();

    @ParameterizedTest
    @EnumSource
    void theyLookPointAndTalkUntilTheVisitorStopsIt(TwoNodes.Line line) {
        try (TwoNodes nodes = TwoNodes.by(line)) {
            Page page = people.person().newPage();
            Pictures pictures = new Pictures(page);
            page.navigate(nodes.a().resolve("demo/delivery.html").toString());
            Help help = Help.between(new Widget(page).open(), people.agentAt(nodes.b(), Demo.AGENT));
            help.ask("see", "point", "voice");
            assertThat(pictures.count()).isZero();
            help.allow("see", "point", "voice");
            theySeeTheSame(help);
            Call call = Call.of(help).join().connects().isHeard();
            theVisitorStopsIt(help, call, pictures);
            // Only here a node has an address of its own, which is none of the site's: its pictures are not for the
            // viewer.
            people.complaints()
                    .removeIf(complaint ->
                            complaint.contains("Loading the image '" + nodes.a()) && complaint.contains("img-src"));
        }
    }

    private static void theySeeTheSame(Help help) {
        Page page = help.visitor().page();
        help.sees("Where shall it go?");
        help.tool("point").use(help.seen().getByText("Where shall it go?"));
        assertThat(page.locator("deskbell-assist .pointer")).containsText("Ben");
        assertThat(page.locator("deskbell-assist .box")).isVisible();
        page.locator("[name=note]").fill("Second floor");
        assertThat(help.seen().locator("input").nth(2)).hasValue("Second floor");
    }

    private static void theVisitorStopsIt(Help help, Call call, Pictures pictures) {
        help.stopOnThePage().click();
        assertThat(help.mark()).hasCount(0);
        assertThat(help.agent().page().locator("#assist .veil-card")).isVisible();
        assertThat(call.visitors()).hasCount(0);
        assertThat(call.agents().locator(".call-start")).hasCount(0);
        assertThat(help.told("stopped").or(help.told("ended")).first()).isVisible();
        int before = pictures.count();
        help.visitor().page().evaluate("document.querySelector('h1').textContent = 'Nobody is to see this'");
        help.visitor().sayAndWait("the chat goes on");
        assertThat(help.agent().message("the chat goes on")).isVisible();
        assertThat(pictures.count()).isEqualTo(before);
        assertThat(help.seen().getByText("Nobody is to see this")).hasCount(0);
    }
}
