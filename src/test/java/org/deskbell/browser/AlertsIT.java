package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console calls its agent: M1, M4, M5, M7. */
class AlertsIT {
    private static final Pattern COUNTED = Pattern.compile("(?:\\((\\d+)\\+?\\) )?Inbox · Deskbell");
    private static final String EVERY_NOTE =
            "window.notes = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (at) { window.notes++; return start.call(this, at); };";
    /** Of the bell for a new conversation. */
    private static final int NEW = 3;

    @RegisterExtension
    final People people = new People();

    @Test
    void whatIsNewOrGivenRingsInOneTabAndIsCountedInAllOfThem() {
        BrowserContext ben = people.staff(Demo.AGENT);
        ben.addInitScript(EVERY_NOTE);
        List<Page> tabs = List.of(tab(ben), tab(ben));
        int before = unread(tabs.get(0));
        try (ChatClient visitor = ChatClient.open(People.server(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ada =
                        DeskClient.open(People.server(), Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("Is anybody there? " + UUID.randomUUID());
            for (Page tab : tabs) {
                assertThat(tab).hasTitle(title(before + 1));
                assertThat(tab.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("icon-unread\\.svg$"));
            }
            rung(tabs, NEW);

            // One event rings once, also for whoever is given it at the same moment.
            tabs.forEach(tab -> tab.clock().fastForward(6_000));
            ada.follow(visitor.conversation());
            int asked = ada.handOn(visitor.conversation(), "agent", idOfBen());
            ada.awaitEntry(asked, "transferred", visitor.conversation());
            rung(tabs, 2 * NEW);
        }
    }

    /** Touched once, so that the browser lets it be heard. */
    private static Page tab(BrowserContext ben) {
        Page page = ben.newPage();
        page.clock().install();
        Inbox.open(page).box("All").click();
        return page;
    }

    private static void rung(List<Page> tabs, int notes) {
        tabs.get(0).waitForCondition(() -> notes(tabs) >= notes);
        assertThat(notes(tabs)).isEqualTo(notes);
    }

    private static int notes(List<Page> tabs) {
        return tabs.stream()
                .mapToInt(tab -> ((Number) tab.evaluate("window.notes")).intValue())
                .sum();
    }

    private static String idOfBen() {
        try (DeskClient ben = DeskClient.open(People.server(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            return ben.agent().text("id");
        }
    }

    private static int unread(Page tab) {
        assertThat(tab).hasTitle(COUNTED);
        Matcher counted = COUNTED.matcher(tab.title());
        assertThat(counted.matches()).isTrue();
        return counted.group(1) == null ? 0 : Integer.parseInt(counted.group(1));
    }

    private static String title(int unread) {
        return "(" + (unread > 99 ? "99+" : unread) + ") Inbox · Deskbell";
    }
}
