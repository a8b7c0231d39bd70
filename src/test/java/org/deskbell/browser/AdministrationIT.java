package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking after sites and agents, from the administrator's screen to what others see of it. */
class AdministrationIT {

    private static final HostPages PAGES = new HostPages();
    private static final String PASSWORD = "seven quiet owls tonight";

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void aChangedLookIsWhatTheWidgetShows() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        admin.locator("#accent").fill("#b00020");
        admin.locator("#buttonLabel").fill("Need a hand?");
        admin.locator("#title").fill("The helpful shop");
        admin.locator("#greeting").fill("Good **morning**!");
        admin.locator("input[name=side][value=left]").check();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        admin.reload();
        assertThat(admin.locator("#title")).hasValue("The helpful shop");

        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost") + PAGES.withChat(site));
        assertThat(visitor.button()).containsText("Need a hand?");
        assertThat(visitor.button()).hasCSS("background-color", "rgb(176, 0, 32)");
        assertThat(visitor.button()).hasCSS("left", "20px");
        visitor.open();
        assertThat(visitor.in("#title")).hasText("The helpful shop");
        assertThat(visitor.bubbles().first().locator("strong, b")).hasText("morning");
    }

    @Test
    void aSiteIsFoundByItsNameItsAddressOrItsKey() {
        String site = NewSite.of(people, "https://" + UUID.randomUUID() + ".example");
        Page admin = administrator("console/sites");
        Locator rows = admin.locator("#found .row");
        admin.locator("#search").fill("Site " + site.toUpperCase(Locale.ROOT));
        assertThat(rows).hasCount(1);
        assertThat(rows.locator(".swatch")).hasCSS("background-color", Pattern.compile("rgb\\(\\d+, .*"));
        admin.locator("#search").fill(site + " is not there");
        assertThat(admin.locator("#none")).isVisible();
        assertThat(rows).hasCount(0);
        admin.locator("#search").fill(site);
        rows.locator("a").click();
        admin.waitForURL("**/console/site?key=" + site);
    }

    @Test
    void theSnippetOfANewSiteWorksAsCopied() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        String tag = administrator("console/site?key=" + site).locator("#tag").textContent();

        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost")
                + PAGES.page("<!doctype html><html lang=en><title>Pasted</title><body>" + tag));

        visitor.open().sayAndWait("pasted and works");
    }

    @Test
    void mistakesAreSaidAtTheirFieldsAndNothingIsLost() {
        Page admin = administrator("console/site");
        admin.locator("#name").fill("A shop");
        admin.locator("#origins").fill("https://fine.example\nshop.example/path\njavascript:alert(1)");
        admin.locator("#key").fill("Not A Key!");
        admin.locator("#accent").fill("red");
        admin.locator("#save").click();

        for (String field : List.of("origins", "key", "accent")) {
            assertThat(admin.locator("#" + field + "-problem")).isVisible();
            assertThat(admin.locator("#" + field)).hasAttribute("aria-invalid", "true");
        }
        assertThat(admin.locator("#name-problem")).hasCount(0);
        assertThat(admin.locator("#name")).hasValue("A shop");
        assertThat(admin.locator("#key")).hasValue("Not A Key!");
        admin.locator("#key").fill("demo");
        admin.locator("#origins").fill("https://fine.example");
        admin.locator("#accent").fill("#123456");
        admin.locator("#save").click();
        assertThat(admin.locator("#key-problem")).containsText("Another site has this key already");
    }

    @ParameterizedTest
    @CsvSource({
        "site?key=,#title,#title",
        "hours?site=,#message,#zone",
        "form?site=,#rating,#rating",
        "mails?site=,#subject,#subject"
    })
    void whoeverWasSlowerSavesOverTheOthersWordsByTheButtonForItAndNeverByEnter(
            String path, String changed, String entered) {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page slow = administrator("console/" + path + site);
        Page quick = administrator("console/" + path + site);
        change(quick, changed, "Theirs");
        quick.locator("#save").click();
        assertThat(quick.locator("#toast")).isVisible();

        change(slow, changed, "Mine");
        slow.locator("#save").click();
        assertThat(slow.locator("#anyway")).isVisible();
        slow.waitForResponse(answer -> answer.request().method().equals("POST"), () -> slow.locator(entered)
                .press("Enter"));
        assertThat(slow.locator("#anyway")).isVisible();
        slow.locator("#anyway").click();
        assertThat(slow.locator("#toast")).isVisible();
    }

    @Test
    void whatMailsSayIsShownAsItArrivesKeptByEnterAndGivenBack() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        admin.locator("#to-mails").click();
        admin.locator(".tongues a[href*='language=de']").click();
        assertThat(admin.locator(".tongues [aria-current=page]")).hasText("Deutsch");
        assertThat(admin.locator("#preview-subject")).hasText("Chat mit Site " + site);

        admin.locator("#opening").fill("Hallo {{visitor.nme}}");
        admin.locator("#look").click();
        assertThat(admin.locator("#opening-problem")).containsText("There is no variable");
        assertThat(admin.locator("#preview-none")).isVisible();
        assertThat(admin.locator("#opening")).hasValue("Hallo {{visitor.nme}}");
        admin.locator("#opening").fill("Hallo {{visitor.name|du}},\n<img src=x onerror=alert(1)>");
        admin.locator("#look").click();
        Locator shown = admin.frameLocator("#preview-page").locator(".words").first();
        assertThat(shown).hasText("Hallo Lin, <img src=x onerror=alert(1)>");
        assertThat(shown).hasCSS("white-space-collapse", "preserve-breaks");
        assertThat(admin.locator(".savebar-state")).hasText("Not saved yet");

        admin.locator("#subject").fill("Ihr Gespräch bei {{site.name}}");
        admin.locator("#subject").press("Enter");
        assertThat(admin.locator("#toast")).containsText("Saved.");
        assertThat(admin.locator("#preview-subject")).hasText("Ihr Gespräch bei Site " + site);
        assertThat(admin.locator(".tongues a:has(small)")).hasCount(1);

        admin.locator("#clear").click();
        assertThat(admin.locator("#emptied")).isVisible();
        assertThat(admin.locator("#subject")).hasValue("");
        admin.locator(".savebar a").click();
        assertThat(admin.locator("#subject")).hasValue("Ihr Gespräch bei {{site.name}}");
        admin.locator("#clear").click();
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).containsText("Saved.");
        assertThat(admin.locator("#preview-subject")).hasText("Chat mit Site " + site);
        assertThat(admin.locator(".tongues small")).hasCount(0);
    }

    @Test
    void theKeysSaveTheFormOneIsInAndWhatIsEnteredInOthersIsStillThere() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        admin.locator("#title").fill("The helpful shop");
        admin.locator("#way input[value=turns]").check();
        admin.locator("#sticky").click();
        admin.locator("#farewell").fill("So long, then.");
        assertThat(admin.locator("#waited .unsaved")).hasText("Not saved yet");
        admin.keyboard().press("Control+s");

        assertThat(admin.locator("#toast")).isVisible();
        assertThat(admin.locator("#farewell")).hasValue("So long, then.");
        assertThat(admin.locator("#waited .unsaved")).hasText("");
        assertThat(admin.locator("#title")).hasValue("The helpful shop");
        assertThat(admin.locator(".pv-title")).hasText("The helpful shop");
        assertThat(admin.locator("#way input[value=turns]")).isChecked();
        assertThat(admin.locator("#given .unsaved")).hasText("Not saved yet");

        admin.locator("#key").fill(site + "-anew");
        admin.locator("#save").click();
        admin.waitForURL("**/console/site?key=" + site + "-anew**");
        assertThat(admin.locator(".savebar-state")).hasText("Nothing to save");
        assertThat(admin.locator("#way input[value=turns]")).isChecked();
        admin.locator("body").click(new Locator.ClickOptions().setPosition(1, 1));
        admin.keyboard().press("Control+s");
        assertThat(admin.locator("#given .unsaved")).hasText("");

        admin.reload();
        assertThat(admin.locator("#farewell")).hasValue("So long, then.");
        assertThat(admin.locator("#way input[value=turns]")).isChecked();
        assertThat(admin.locator("#title")).hasValue("The helpful shop");
    }

    @Test
    void noFormIsLeftWithEntriesUnasked() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        String there = admin.url();
        List<String> asked = new ArrayList<>();
        admin.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        admin.locator("#sticky").click();
        admin.locator("#to-hours").click();
        assertThat(admin.locator("#given .unsaved")).hasText("Not saved yet");
        assertThat(asked).containsExactly("beforeunload");
        assertThat(admin.url()).isEqualTo(there);

        admin.locator("#sticky").click();
        admin.locator("#to-hours").click();
        admin.waitForURL("**/console/hours?site=" + site);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aPasswordIsPutDownNowhere() {
        Page admin = administrator("console/account");
        List<String> asked = new ArrayList<>();
        admin.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        admin.locator("#old").fill("seven quiet owls");
        admin.locator("#rename").click();
        assertThat(admin.locator("#passwords .unsaved")).hasText("Not saved yet");
        assertThat(asked).containsExactly("beforeunload");
        assertThat(admin.locator("#old")).hasValue("seven quiet owls");
        assertThat(admin.evaluate("JSON.stringify(sessionStorage)").toString()).doesNotContain("owls");
    }

    private static void change(Page page, String field, String text) {
        if ("checkbox".equals(page.locator(field).getAttribute("type"))) {
            page.locator(field).click();
        } else {
            page.locator(field).fill(text);
        }
    }

    @Test
    void departmentsAreAddedRenamedAndRemoved() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        assertThat(admin.locator("#departments")).containsText("No department yet");
        addDepartment(admin, "Orders");
        addDepartment(admin, "<b>Repairs</b> & more");
        assertThat(admin.locator("#departments li a")).hasText(new String[] {"<b>Repairs</b> & more", "Orders"});

        admin.locator("#department").fill(" orders ");
        admin.locator("#add").click();
        assertThat(admin.locator("#department-problem")).containsText("a department of that name already");
        assertThat(admin.locator("#department")).isFocused();
        admin.locator("#department").fill("  ");
        admin.locator("#add").click();
        assertThat(admin.locator("#department-problem")).hasText("Please fill this in.");

        admin.locator("#departments li a", new Page.LocatorOptions().setHasText("Orders"))
                .click();
        admin.locator("#name").fill("Sales");
        admin.locator("#rename").click();
        assertThat(admin.locator("#toast")).containsText("The name is changed.");
        admin.locator("#departments li a", new Page.LocatorOptions().setHasText("Sales"))
                .click();
        admin.locator("#ask").click();
        admin.locator("#remove").click();
        assertThat(admin.locator("#toast")).containsText("The department is removed.");
        assertThat(admin.locator("#departments li a")).hasText(new String[] {"<b>Repairs</b> & more"});
    }

    @Test
    void aDepartmentWithConversationsStays() {
        Page admin = administrator("console/site?key=demo");
        admin.locator("#departments li a", new Page.LocatorOptions().setHasText("Orders"))
                .click();
        admin.locator("#ask").click();
        admin.locator("#remove").click();

        assertThat(admin.locator("#end-problem")).containsText("Conversations belong to this department");
        admin.navigate(People.at("console/site?key=demo"));
        assertThat(admin.locator("#departments li a")).hasText(new String[] {"Orders", "Plants"});
    }

    @Test
    void aSiteNobodyHasWrittenOnIsDeletedAfterItsKeyIsTyped() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page admin = administrator("console/site?key=" + site);
        addDepartment(admin, "Orders");
        Widget visitor = people.visitorAt(PAGES.origin("shop.localhost") + PAGES.withChat(site))
                .open();
        assertThat(visitor.field()).isEnabled();

        admin.locator("#end").click();
        admin.locator("#confirm").fill("demo");
        admin.locator("#delete").click();
        assertThat(admin.locator("#confirm-problem")).containsText(site);
        admin.locator("#confirm").fill(site);
        admin.locator("#delete").click();

        assertThat(admin.locator("#toast")).containsText("The site is deleted.");
        assertThat(admin.locator("main")).not().containsText(site);
        assertThat(visitor.in("body")).containsText("The chat has ended and this device no longer knows you.");
        assertThat(admin.navigate(People.at("console/site?key=" + site)).status())
                .isEqualTo(404);
        assertThat(admin.request()
                        .get(People.at("widget/deskbell.js?site=" + site))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSiteWithConversationsStaysAndThePageSaysWhatToDoInstead() {
        String site = NewSite.of(people, PAGES.origin("shop.localhost"));
        Page early = administrator("console/delete-site?key=" + site);
        people.visitorAt(PAGES.origin("shop.localhost") + PAGES.withChat(site))
                .open()
                .sayAndWait("somebody was here");
        early.locator("#confirm").fill(site);
        early.locator("#delete").click();
        assertThat(early.locator("#kept")).containsText("take its line out of your pages");
        early.reload();

        assertThat(early.locator("#kept")).isVisible();
        assertThat(early.locator("#delete")).hasCount(0);
        early.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to the site"))
                .click();
        assertThat(early.locator("#name")).hasValue("Site " + site);
    }

    @Test
    void somebodyInvitedChoosesAPasswordAndIsClosedOutWithinASecondWhenDisabled() {
        String login = "nora-" + UUID.randomUUID() + "@example.com";
        Page admin = administrator("console/agents");
        String link = invite(admin, "Nora", login);
        Page nora = people.person().newPage();
        nora.navigate(link);
        nora.locator("#password").fill(PASSWORD);
        nora.locator("#send").click();
        nora.waitForURL("**/login**");
        nora.getByLabel("Log-in name").fill(login);
        nora.locator("#password").fill(PASSWORD);
        nora.locator("#send").click();
        Inbox inbox = new Inbox(nora).ready();
        assertThat(inbox.box("Unassigned")).isVisible();

        agentPage(admin, login);
        admin.locator("#disable").click();
        assertThat(admin.locator("#toast")).isVisible();
        long disabled = System.nanoTime();
        nora.waitForCondition(
                () -> nora.url().contains("/login")
                        || nora.getByText("You were logged out").isVisible(),
                new Page.WaitForConditionOptions().setTimeout(5_000));

        assertThat(Duration.ofNanos(System.nanoTime() - disabled)).isLessThan(Duration.ofSeconds(1));
        People.logIn(nora, login, PASSWORD);
        assertThat(nora.locator("#problem")).isVisible();
        nora.navigate(link);
        assertThat(nora.locator("#accept #password")).hasCount(0);
    }

    @Test
    void aDisabledAgentIsBackWithUndo() {
        String login = "otto-" + UUID.randomUUID() + "@example.com";
        Page admin = administrator("console/agents");
        invite(admin, "Otto", login);
        agentPage(admin, login);
        admin.locator("#disable").click();
        assertThat(admin.locator(".page-head .badge")).hasText("Disabled");
        admin.locator("#undo-disable").click();

        assertThat(admin.locator(".page-head .badge")).not().hasText("Disabled");
    }

    @Test
    void anOrdinaryAgentIsKindlyToldThatAdministrationIsNotForHim() {
        for (String path : List.of(
                "console/sites",
                "console/site?key=demo",
                "console/delete-site?key=demo",
                "console/department?site=demo&id=100",
                "console/labels",
                "console/label?id=1",
                "console/form?site=demo",
                "console/hours?site=demo",
                "console/mails?site=demo",
                "console/server",
                "console/agents",
                "console/agent?id=1")) {
            Page agent = people.staff(Demo.AGENT).newPage();
            int status = agent.navigate(People.at(path)).status();

            assertThat(status).as(path).isEqualTo(403);
            assertThat(agent.locator("h1")).hasText("This is not for you");
            agent.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go to the start"))
                    .click();
            new Inbox(agent).ready();
        }
        Page agent = people.agent().page();
        assertThat(agent.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sites")))
                .hasCount(0);
        assertThat(agent.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agents")))
                .hasCount(0);
    }

    private Page administrator(String path) {
        Page page = people.staff(Demo.ADMINISTRATOR).newPage();
        page.navigate(People.at(path));
        return page;
    }

    private static void addDepartment(Page admin, String name) {
        admin.locator("#department").fill(name);
        admin.locator("#add").click();
        assertThat(admin.locator("#toast")).containsText("The department is there.");
    }

    private static String invite(Page admin, String name, String login) {
        admin.locator("#invite #name").fill(name);
        admin.locator("#login").fill(login);
        admin.locator("#invite #send").click();
        assertThat(admin.locator("#link")).isVisible();
        return admin.locator("#link").textContent();
    }

    private static void agentPage(Page admin, String login) {
        admin.navigate(People.at("console/agents"));
        admin.locator("#search").fill(login);
        assertThat(admin.locator("#agents tbody tr")).hasCount(1);
        admin.locator("#agents tbody a").click();
        admin.waitForURL("**/console/agent?id=**");
    }
}
