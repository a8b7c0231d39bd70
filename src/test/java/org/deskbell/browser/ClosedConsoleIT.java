package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An agent switches on that he is told while his console is closed. The service worker is real; the push service is not, since a browser without a
 * display has none: what it would say is put into the page.
 */
class ClosedConsoleIT {
    private static final String KEY = "{\"key\":\"AQID\"}";
    private static final String PUSH_SERVICE =
            """
            let made = null;
            PushManager.prototype.getSubscription = async () => made;
            PushManager.prototype.subscribe = async ({ applicationServerKey }) => made = {
              endpoint: 'https://push.example/1', options: { applicationServerKey },
              toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
              unsubscribe: async () => { made = null; return true; },
            };
            """;

    @RegisterExtension
    final People people = new People();

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void heSwitchesItOnTriesItAndSwitchesItOff() {
        Page page = console(true);
        assertThat(page.locator(".push-state")).containsText("Off in this browser");
        page.locator(".push-change").click();
        assertThat(page.locator(".push-state")).containsText("On in this browser");
        assertThat(page.locator(".push-change")).isFocused();
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("() => navigator.serviceWorker.ready.then(worker => worker.scope)"))
                .isEqualTo(People.at("console/"));
        page.locator(".push-test").click();
        assertThat(page.locator(".push-tried")).containsText("Sent.");
        page.locator(".push-change").click();
        assertThat(page.locator(".push-state")).containsText("Off in this browser");
        assertThat(page.locator(".push-test")).isHidden();
        assertThat(asked).containsExactly("keep", "test", "drop");
    }

    @Test
    void whatHisBrowserBlocksHeIsToldHowToAllow() {
        Page page = console(false);
        assertThat(page.locator(".push-state")).containsText("Your browser blocks notifications");
        assertThat(page.locator(".push-change")).isHidden();
        assertThat(asked).isEmpty();
    }

    private Page console(boolean allowed) {
        BrowserContext agent = people.staff(Demo.AGENT);
        agent.addInitScript(PUSH_SERVICE);
        String permission = allowed ? "granted" : "denied";
        agent.addInitScript("Object.defineProperty(Notification, 'permission', { get: () => '" + permission + "' });");
        Page page = agent.newPage();
        page.route("**/console/push", this::answer);
        Inbox.open(page);
        page.locator("#alerts-open").click();
        return page;
    }

    private void answer(Route route) {
        String said = route.request().postData();
        if (said != null) asked.add(said.replaceAll(".*\\bdo=(\\w+).*", "$1"));
        Route.FulfillOptions answer = new Route.FulfillOptions().setContentType("application/json");
        route.fulfill(answer.setBody(said == null ? KEY : "{\"sent\":true}"));
    }
}
