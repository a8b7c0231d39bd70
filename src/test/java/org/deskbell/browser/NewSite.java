package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.function.Consumer;
import org.deskbell.support.Demo;

/** A site of a test's own, made by an administrator in the console. */
final class NewSite {

    private NewSite() {}

    /** Makes it and returns its key; {@code more} fills in what is not as usual. */
    static String of(People people, String origins, Consumer<Page> more) {
        String key = "test-" + UUID.randomUUID().toString().substring(0, 12);
        Page page = people.staff(Demo.ADMINISTRATOR).newPage();
        page.navigate(People.at("console/site"));
        page.locator("#name").fill("Site " + key);
        page.locator("#key").fill(key);
        page.locator("#origins").fill(origins);
        more.accept(page);
        page.locator("#save").click();
        page.waitForURL("**/console/site?key=" + key + "**");
        assertThat(page.locator("#tag")).containsText(key);
        page.context().close();
        return key;
    }

    static String of(People people, String origins) {
        return of(people, origins, page -> {});
    }
}
