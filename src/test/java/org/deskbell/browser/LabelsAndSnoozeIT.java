package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sorting conversations and putting them off, by keyboard alone; and where labels are made. */
class LabelsAndSnoozeIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aLabelIsPutOnByKeyboardAndFindsItsConversation() {
        String question = asked();
        Page page = people.agent().pick(question).page();
        Inbox ben = new Inbox(page);
        page.locator("#log-scroll").focus();

        page.keyboard().press("l");
        assertThat(page.locator("#labels-find")).isFocused();
        page.keyboard().type("refu");
        assertThat(page.locator("#labels-list [role=option]")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("Refund").setSelected(true)))
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#labels")).isHidden();
        assertThat(ben.row(question).locator(".label-pill")).hasText("Refund");
        assertThat(page.locator("#log .system").last()).containsText("You added the label");

        page.keyboard().press("/");
        page.keyboard().type("refund");
        assertThat(ben.row(question)).isVisible();
        page.keyboard().press("Escape");
        page.locator("#label-filter").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        assertThat(page.locator("#label-line")).containsText("VIP");
        assertThat(ben.row(question)).isHidden();
        page.locator(".label-clear").press("Enter");
        assertThat(ben.row(question)).isVisible();
    }

    @Test
    void aConversationIsSnoozedAndUndoneAndComesBackWhenTheVisitorWrites() {
        Widget visitor = people.visitor().open();
        String question = "Snooze me " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Page page = people.agent().pick(question).page();
        Inbox ben = new Inbox(page);
        page.locator("#log-scroll").focus();

        page.keyboard().press("s");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator(".choice:focus")).containsText("Only when they write");
        page.keyboard().press("Enter");
        assertThat(page.locator(".thread-state")).containsText("Snoozing");
        page.keyboard().press("z");
        assertThat(page.locator(".thread-state")).not().containsText("Snoozing");

        page.keyboard().press("s");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator("#log .system").last()).containsText("until the visitor writes");
        assertThat(ben.row(question)).isHidden();
        page.keyboard().press("5");
        assertThat(ben.row(question)).containsText("Snoozed until they write");
        visitor.sayAndWait("I am back");
        assertThat(ben.message("I am back")).isVisible();
        assertThat(ben.row("I am back")).isHidden();
        page.keyboard().press("3");
        assertThat(ben.row("I am back")).isVisible();
        assertThat(visitor.in("body")).not().containsText("nooze until");
    }

    @Test
    void labelsAreMadeChangedAndRemovedAndConsolesKnowAtOnce() {
        Page admin = people.staff(Demo.ADMINISTRATOR).newPage();
        String name = "Label " + UUID.randomUUID().toString().substring(0, 8);
        admin.navigate(People.at("console/labels"));
        admin.locator("#add").click();
        assertThat(admin.locator("#name-problem")).hasText("Please fill this in.");
        admin.locator("#name").fill("refund");
        admin.locator("#add").click();
        assertThat(admin.locator("#name-problem")).containsText("already");
        String question = asked();
        Page page = people.agent().pick(question).page();
        admin.locator("#name").fill(name);
        admin.locator("input[value=violet]").check();
        admin.locator("#add").click();
        assertThat(admin.locator("#toast")).isVisible();

        page.locator("#log-scroll").focus();
        page.keyboard().press("l");
        page.keyboard().type(name);
        assertThat(page.locator("#labels-list [role=option]")).hasCount(1);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
        Locator pill = new Inbox(page).row(question).locator(".label-pill");
        assertThat(pill).hasText(name);

        admin.locator("#search").fill(name);
        assertThat(admin.locator("#labels tbody tr")).hasCount(1);
        admin.locator("#labels a").click();
        admin.locator("#name").fill(name + " two");
        admin.locator("#save").click();
        assertThat(admin.locator("#toast")).isVisible();
        assertThat(pill).hasText(name + " two");
        admin.locator("#search").fill(name);
        assertThat(admin.locator("#labels tbody tr")).hasCount(1);
        admin.locator("#labels a").click();
        admin.locator("#ask").click();
        assertThat(admin.locator("#used")).containsText("One conversation has this label");
        admin.locator("#remove").click();
        assertThat(admin.locator("#toast")).containsText("removed");
        assertThat(pill).hasCount(0);
    }

    private String asked() {
        String question = "Sort me " + UUID.randomUUID();
        people.visitor().open().sayAndWait(question);
        return question;
    }
}
