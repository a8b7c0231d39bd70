package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** G14: the two talk and see each other, each kind with a yes of its own, on one network and without any other server. */
class CallIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void theTwoHearAndSeeEachOtherUntilTheVisitorStopsIt() {
        Help help = between();
        help.ask("voice", "video").allow("voice", "video");
        Page console = help.agent().page();
        Call call = Call.of(help);
        Locator visitors = call.visitors();
        assertThat(visitors).containsText("Nothing is on before you join");
        call.join().connects().isHeard();
        assertThat(help.toldVisitor("The call with")).isVisible();

        visitors.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Camera").setExact(true))
                .click();
        Await.until(
                "the visitor's camera at the agent's",
                () -> isMoving(console.locator("#call video").all()));

        help.visitor().in(".allowed .stop").click();
        assertThat(visitors).hasCount(0);
        assertThat(call.agents().locator(".call-start")).hasCount(0);
        help.visitor().sayAndWait("the chat goes on");
    }

    @Test
    void theVisitorsScreenIsSeenAfterItsOwnYes() {
        Help help = between();
        help.ask("screen").allow("screen");
        Page console = help.agent().page();
        Locator visitors = Call.of(help).join().connects().visitors();
        visitors.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Share my screen"))
                .click();
        Await.until(
                "the visitor's screen at the agent's",
                () -> isMoving(console.locator("#call video").all()));
        assertThat(visitors.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Camera").setExact(true)))
                .hasCount(0);
    }

    @Test
    void thePageSaysThatACallIsAllowedAndStopsIt() {
        Help help = between();
        help.ask("voice").allow("voice");
        assertThat(help.mark()).containsText("Call with");
        assertThat(help.mark()).not().containsText("sees this page");
        assertThat(help.mark().getByRole(AriaRole.BUTTON)).hasCount(2);
        assertThat(help.agent().page().locator("#call .call-start")).hasCount(1);
        help.stopOnThePage().click();
        assertThat(help.mark()).hasCount(0);
        assertThat(help.agent().page().locator("#call .call-start")).hasCount(0);
    }

    @Test
    void theCallGoesOnWhenThePageIsSeenNoLonger() {
        Help help = between();
        help.ask("see")
                .allow("see")
                .sees("Bring the far away home")
                .askMore("voice")
                .allow("voice");
        assertThat(help.mark()).containsText("sees this page");
        assertThat(help.mark()).containsText("Call with");
        help.visitor().in(".allowed .stop").first().click();
        assertThat(help.mark()).not().containsText("sees this page");
        assertThat(help.mark()).containsText("Call with");
        help.stopOnThePage().click();
        assertThat(help.mark()).hasCount(0);
    }

    @Test
    void onAPhoneTheMarkIsThereAsAWholeOnceTheChatIsClosed() {
        Widget phone = people.visitorAt(
                        people.person(options -> options.setViewportSize(390, 780)), People.at("demo/index.html"))
                .open();
        Help help = Help.between(phone, people.agent(Demo.AGENT));
        help.ask("see", "point", "act", "voice").allow("see", "point", "act", "voice");
        assertThat(phone.in(".allowed .stop")).isVisible();
        assertThat(help.mark()).hasCount(0);
        phone.in("#close").click();
        assertThat(help.stopOnThePage()).isVisible();
        BoundingBox stop = help.stopOnThePage().boundingBox();
        BoundingBox mark = help.mark().boundingBox();
        assertThat(stop.x + stop.width).isLessThan(mark.x + mark.width);
        assertThat(mark.x).isBetween(0.0, 20.0);
        assertThat(mark.x + mark.width).isBetween(370.0, 390.0);
    }

    @Test
    void aRefusedCallIsNone() {
        Help help = between();
        help.ask("voice").refuse();
        assertThat(help.told("did not allow you")).isVisible();
        assertThat(help.agent().page().locator("#call .call-start")).hasCount(0);
        assertThat(help.visitor().in(".assist .call")).hasCount(0);
    }

    private Help between() {
        return Help.between(people.visitorAt(People.at("demo/index.html")).open(), people.agent(Demo.AGENT));
    }

    /** Whether pictures come: a size and a time that goes on. */
    private static boolean isMoving(List<Locator> videos) {
        return videos.stream()
                .anyMatch(video -> Boolean.TRUE.equals(video.evaluate("v => v.videoWidth > 0 && v.currentTime > 0")));
    }
}
