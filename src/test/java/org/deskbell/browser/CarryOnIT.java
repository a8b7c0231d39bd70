package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F01 and F34 as people see them: the server dies, a tab is frozen, and the windows carry on by themselves. */
class CarryOnIT {

    private static final double A_MINUTE = 60_000;

    private static ServerUnderTest server;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void bothWindowsCarryOnAfterTheServerWasKilled() {
        Widget visitor = visitorAt(server.address());
        visitor.sayAndWait("said before the end");
        Inbox agent = agent();
        agent.pick("said before the end").sayAndWait("answered before the end");
        assertThat(visitor.message("answered before the end")).isVisible();

        server.kill();
        visitor.say("said in the dark");
        agent.say("answered in the dark");
        server.run();

        soon(visitor.message("answered in the dark")).isVisible(within());
        soon(agent.message("said in the dark")).isVisible(within());
        soon(visitor.in(".message.sending, .message.failed")).hasCount(0, patient());
        soon(agent.page().locator("#log .message.is-sending, #log .message.is-failed"))
                .hasCount(0, patient());
        List<String> seen = texts(visitor.in(".message .bubble"));
        assertThat(seen).isEqualTo(texts(agent.page().locator("#log .message .bubble")));
        assertThat(seen)
                .containsOnlyOnce("said before the end", "answered before the end")
                .containsOnlyOnce("said in the dark", "answered in the dark");

        agent.sayAndWait("and on we go");
        assertThat(visitor.message("and on we go")).isVisible();
    }

    @Test
    void helpOnThePageGoesOnAfterTheServerWasKilled() {
        Help help = Help.between(visitorAt(server.address()), agent());
        help.ask("see").allow("see").sees("Fernweh");
        server.kill();
        help.visitor().page().evaluate("document.querySelector('h1').textContent = 'Changed in the dark'");
        server.run();

        soon(help.seen().getByText("Changed in the dark").first()).isVisible(within());
        soon(help.mark()).isVisible(within());
        help.stopOnThePage().click();
        soon(help.visitor().in(".allowed li")).hasCount(0);
    }

    @Test
    void aFrozenTabShowsWhatWasSaidMeanwhileOnceItIsLookedAtAgain() {
        try (DeskClient agent = DeskClient.open(server.address(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            agent.hurry(Duration.ofSeconds(2));
            Widget visitor = visitorAt(server.address());
            visitor.sayAndWait("back in an hour");
            String conversation = Await.value("the question in the inbox", () -> agent.inbox().values().stream()
                    .filter(item -> item.toString().contains("back in an hour"))
                    .map(item -> item.text("conversation"))
                    .findFirst()
                    .orElse(null));
            agent.follow(conversation);
            CDPSession tab = visitor.page().context().newCDPSession(visitor.page());
            lifecycle(tab, "frozen");
            server.kill();
            server.run();
            Await.result("the answer", Duration.ofMinutes(1), agent.say(conversation, "here is your answer"));
            lifecycle(tab, "active");

            soon(visitor.message("here is your answer")).isVisible(within());
            assertThat(visitor.message("here is your answer")).hasCount(1);
        }
    }

    private static void lifecycle(CDPSession tab, String state) {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("state", state);
        tab.send("Page.setWebLifecycleState", wanted);
    }

    private Widget visitorAt(URI way) {
        Page page = people.person().newPage();
        page.navigate(way.resolve("demo/index.html").toString());
        return new Widget(page).open();
    }

    private Inbox agent() {
        return people.agentAt(server.address(), Demo.AGENT);
    }

    private static LocatorAssertions soon(Locator what) {
        return assertThat(what);
    }

    private static LocatorAssertions.IsVisibleOptions within() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(A_MINUTE);
    }

    private static LocatorAssertions.HasCountOptions patient() {
        return new LocatorAssertions.HasCountOptions().setTimeout(A_MINUTE);
    }

    /** What was said by people, in the order of the screen; the greeting is the site's. */
    private static List<String> texts(Locator bubbles) {
        return bubbles.allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> text.startsWith("said") || text.startsWith("answered"))
                .toList();
    }
}
