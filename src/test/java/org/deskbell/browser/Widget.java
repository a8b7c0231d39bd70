package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.deskbell.support.Await;

/** The chat on a page, as its visitor sees and uses it. */
record Widget(Page page) {

    static final String HOST = "deskbell-chat";

    Locator button() {
        return page.locator(HOST + " > button, " + HOST + " button").first();
    }

    Locator badge() {
        return page.locator(HOST + " button b");
    }

    Locator iframe() {
        return page.locator(HOST + " iframe");
    }

    /** Something inside the chat's window; also where the window is a page of its own. */
    Locator in(String selector) {
        return isOwn()
                ? page.locator(selector)
                : page.frameLocator(HOST + " iframe").locator(selector);
    }

    private boolean isOwn() {
        return page.url().contains("/widget/window");
    }

    Widget open() {
        button().click();
        assertThat(field()).isFocused();
        return this;
    }

    Locator field() {
        return in("#text");
    }

    Widget say(String text) {
        field().fill(text);
        field().press("Enter");
        return this;
    }

    /** Says something and waits until the server has it. */
    Widget sayAndWait(String text) {
        say(text);
        assertThat(message(text)).isVisible();
        assertThat(in(".message.sending")).hasCount(0);
        assertThat(in(".message.failed")).hasCount(0);
        return this;
    }

    Locator message(String text) {
        return in(".message").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator bubbles() {
        return in(".message .bubble");
    }

    /** An entry of the menu, which is opened for it. */
    Locator menu(String id) {
        if (in("#menu").isHidden()) {
            in("#menu-button").click();
        }
        return in("#" + id);
    }

    /** The frame's own world, for looking inside. */
    Frame frame() {
        return Await.value("the chat's frame", () -> {
            // What a page has is learnt while it is waited for on it, and not by asking again.
            page.waitForTimeout(20);
            return page.frames().stream()
                    .filter(frame -> frame.url().contains("/widget/window"))
                    .findFirst()
                    .orElse(null);
        });
    }
}
