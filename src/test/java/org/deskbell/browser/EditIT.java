package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** C4: an agent says otherwise what he said. */
class EditIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void aMessageIsEditedByKeyboardAndTheDraftWaitsAndItsVersionsAreTheAgentsAlone() {
        Widget visitor = people.visitor().open();
        String question = "Edit " + UUID.randomUUID();
        visitor.sayAndWait(question);
        Inbox ben = people.agent().pick(question);
        Page page = ben.page();
        ben.sayAndWait("We open on Monday");
        assertThat(visitor.message("We open on Monday")).isVisible();
        assertThat(ben.message(question).locator(".message-edit")).isHidden();

        // Up in the empty field; Escape changes nothing.
        ben.field().press("ArrowUp");
        assertThat(ben.field()).hasValue("We open on Monday");
        assertThat(ben.field()).hasAccessibleName("Editing your message");
        ben.field().fill("We open on Sunday");
        ben.field().press("Escape");
        assertThat(ben.field()).hasValue("");
        assertThat(ben.field()).isFocused();

        // From the message's own button, with something begun in the field.
        ben.field().fill("And also");
        ben.message("We open on Monday").locator(".message-edit").focus();
        page.keyboard().press("Enter");
        assertThat(ben.field()).hasValue("We open on Monday");
        ben.field().fill("We open on **Tuesday**");
        ben.field().press("Enter");
        assertThat(ben.field()).hasValue("And also");
        assertThat(visitor.message("We open on Tuesday")).containsText("edited");
        assertThat(visitor.in("#list")).not().containsText("Monday");
        assertThat(page.locator("#log")).not().containsText("Monday");

        Locator edited = ben.message("We open on Tuesday").locator(".message-edited");
        edited.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#versions .version-text"))
                .hasText(List.of("We open on Monday", "We open on **Tuesday**").toArray(String[]::new));
        page.keyboard().press("Escape");

        page.reload();
        visitor.page().reload();
        assertThat(edited).isVisible();
        assertThat(ben.field()).hasValue("And also");
        assertThat(visitor.message("We open on Tuesday")).containsText("edited");
        assertThat(visitor.in("body")).not().containsText("Monday");
    }
}
