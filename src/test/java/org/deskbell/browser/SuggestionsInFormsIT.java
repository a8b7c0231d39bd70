package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.deskbell.support.Demo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A yes to a suggestion can be for the rest of its form, and is for no other. */
class SuggestionsInFormsIT {

    private static final String PAGE =
            "<!doctype html><html lang=en><meta charset=utf-8><title>Forms</title><h1>Forms</h1>"
                    + "<form aria-label=Delivery><label>Note <input name=note data-deskbell=show></label>"
                    + "<label>Floor <input name=floor data-deskbell=show></label></form>"
                    + "<form aria-label=Gift><label>Greeting <input name=greeting data-deskbell=show></label></form>"
                    + "<script async src='../widget/deskbell.js?site=demo'></script>";

    @RegisterExtension
    final People people = new People();

    @Test
    void aYesForThisFormHoldsInThisFormAlone() {
        Help help = Help.between(new Widget(forms()).open(), people.agent(Demo.AGENT));
        Page page = help.visitor().page();
        help.ask("see", "point").allow("see", "point").sees("Forms");

        help.suggestText(fields(help).first(), "Ring twice");
        assertThat(help.suggestion()).containsText("Ring twice");
        help.answer("Do it for this form");
        assertThat(page.locator("[name=note]")).hasValue("Ring twice");
        assertThat(help.told("said yes to “" + Help.named("Note") + "” and to the rest of this form"))
                .isVisible();

        help.suggestText(fields(help).nth(1), "Third");
        assertThat(page.locator("[name=floor]")).hasValue("Third");
        assertThat(help.told("said yes: “" + Help.named("Floor") + "” is done")).isVisible();
        assertThat(help.suggestion()).hasCount(0);

        help.suggestText(fields(help).nth(2), "All the best");
        assertThat(help.suggestion()).containsText("All the best");
        assertThat(page.locator("[name=greeting]")).hasValue("");
        help.answer("No");
        assertThat(help.told("said no to “" + Help.named("Greeting") + "”")).isVisible();
        assertThat(page.locator("[name=greeting]")).hasValue("");
        assertThat(help.toldVisitor("You accepted")).hasCount(2);
        assertThat(help.toldVisitor("You refused")).hasCount(1);
    }

    private Page forms() {
        Page page = people.person().newPage();
        page.route(
                "**/demo/forms",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(PAGE)));
        page.navigate(People.at("demo/forms"));
        return page;
    }

    private static Locator fields(Help help) {
        return help.seen().locator("input");
    }
}
