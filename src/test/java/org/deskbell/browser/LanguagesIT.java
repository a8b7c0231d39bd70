package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console in other languages than English, one of them from right to left. */
class LanguagesIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void anAgentAnswersByKeyboardInAnArabicInbox() {
        String mark = "where? " + UUID.randomUUID();
        people.visitor().open().sayAndWait(mark);
        Page page = people.staff(Demo.AGENT, options -> options.setLocale("ar")).newPage();
        page.navigate(People.at("console/inbox"));
        new Inbox(page).ready();
        assertThat(page.locator("html")).hasAttribute("lang", "ar");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page).hasTitle(Pattern.compile("الوارد · Deskbell"));
        assertThat(page.locator("#status .status-text")).hasText("متصل");

        page.keyboard().press("3");
        page.keyboard().press("/");
        page.keyboard().insertText(mark);
        new Inbox(page).row(mark).locator("a").press("Enter");
        assertThat(new Inbox(page).message(mark)).isVisible();
        BoundingBox list = page.locator(".list-pane").boundingBox();
        BoundingBox thread = page.locator(".thread-pane").boundingBox();
        Assertions.assertThat(list.x).as("the list is on the right").isGreaterThan(thread.x);

        page.keyboard().press("a");
        assertThat(page.locator("#do-claim")).isHidden();
        page.keyboard().press("r");
        page.keyboard().insertText("شكرًا، لحظة من فضلك");
        page.keyboard().press("Enter");
        assertThat(new Inbox(page).message("لحظة من فضلك")).isVisible();
        assertThat(page.locator("#log .message").last()).containsText("أُرسلت");
        page.keyboard().press("Escape");
        page.keyboard().press("e");
        assertThat(page.locator("#toasts")).containsText("أُغلقت المحادثة");
    }

    @Test
    void onAPhoneTheButtonThatSendsIsInReachWhereWordsAreLong() {
        String mark = "gdzie? " + UUID.randomUUID();
        people.visitor().open().sayAndWait(mark);
        Page page = people.staff(Demo.AGENT, options -> options.setLocale("pl").setViewportSize(360, 740))
                .newPage();
        page.navigate(People.at("console/inbox"));
        new Inbox(page).ready();
        page.keyboard().press("3");
        page.keyboard().press("/");
        page.keyboard().insertText(mark);
        new Inbox(page).row(mark).locator("a").press("Enter");
        assertThat(page.locator("#way-reply")).hasText("Odpowiedź");
        for (String id : new String[] {"#way-reply", "#choices-open", "#send"}) {
            assertThat(page.locator(id)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        }
    }

    @Test
    void theLanguageAnAgentChoosesIsThatOfEveryPageFromThenOn() {
        Page page = people.staff(Demo.ADMINISTRATOR).newPage();
        page.navigate(People.at("console/account"));
        page.locator("#language").selectOption("de");
        page.locator("#speak").click();
        assertThat(page.locator("#toast")).containsText("Die Sprache ist geändert.");
        assertThat(page.locator("h1")).hasText("Ihr Konto");
        assertThat(page.locator("html")).hasAttribute("lang", "de");

        page.navigate(People.at("console/site"));
        page.locator("#save").click();
        assertThat(page.locator("#name-problem")).hasText("Bitte füllen Sie das aus.");
        page.navigate(People.at("console/agents"));
        page.locator("#search").fill("nobody of that name");
        assertThat(page.locator("#agents")).containsText("Niemand mit diesem Namen.");
        page.navigate(People.at("console/inbox"));
        assertThat(page.locator("#status .status-text")).hasText("Online");
        assertThat(page.locator("#filter")).hasAttribute("placeholder", "Nach Name, Text oder Etikett filtern");
        page.navigate(People.at("console/nothing-here"));
        assertThat(page.locator("h1")).hasText("Hier ist nichts");

        page.navigate(People.at("console/account"));
        page.locator("#language").selectOption("auto");
        page.locator("#speak").click();
        assertThat(page.locator("h1")).hasText("Your account");
    }
}
