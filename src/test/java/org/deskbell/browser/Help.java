package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.deskbell.support.Await;

/** Help on a visitor's page, as the two see and use it: what the agent has in the inbox, and the visitor in his page and chat. */
record Help(Widget visitor, Inbox agent) {

    /** The visitor has said something, and the agent has the conversation. */
    static Help between(Widget visitor, Inbox agent) {
        String text = "can you help me? " + System.nanoTime();
        visitor.sayAndWait(text);
        agent.pick(text).claim();
        return new Help(visitor, agent);
    }

    /** Names are isolated, since they may run the other way than the text around them. */
    static String named(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** Asks for these kinds, and waits until the visitor has the question. */
    Help ask(String... kinds) {
        return askBy("#do-assist", kinds);
    }

    /** Asks for these too, while he sees the page. */
    Help askMore(String... kinds) {
        return askBy("#tool-more", kinds);
    }

    private Help askBy(String button, String... kinds) {
        Page page = agent.page();
        page.locator(button).click();
        for (Locator box : page.locator("#ask input[type=checkbox]").all()) {
            if (box.isEnabled()) {
                box.setChecked(List.of(kinds).contains(box.inputValue()));
            }
        }
        page.locator("#ask-purpose").fill("to finish the order");
        page.locator("#ask-send").click();
        assertThat(question()).isVisible();
        return this;
    }

    Locator question() {
        return visitor.in(".ask");
    }

    /** Ticks these, where there is something to tick, and allows them. */
    Help allow(String... kinds) {
        if (question().locator("input").count() > 0) {
            for (String kind : kinds) {
                question().locator("input[value=" + kind + "]").check();
            }
        }
        question().locator(".main").click();
        assertThat(question()).isHidden();
        return this;
    }

    Help refuse() {
        question().locator(".other").click();
        assertThat(question()).isHidden();
        return this;
    }

    /** The visitor's page as the agent sees it; while the next picture is built, the one before is there too. */
    FrameLocator seen() {
        return agent.page()
                .frameLocator("#assist iframe")
                .locator("#pictures iframe")
                .last()
                .contentFrame();
    }

    /** Waits until the agent sees this text on the page. */
    Help sees(String text) {
        assertThat(seen().getByText(text).first()).isVisible();
        return this;
    }

    Locator mark() {
        return visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Help on this page"));
    }

    Locator stopOnThePage() {
        return mark().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stop"));
    }

    /** A line of the agent's log. */
    Locator told(String text) {
        return agent.page().locator("#log .system").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** A line of the visitor's log. */
    Locator toldVisitor(String text) {
        return visitor.in(".event").filter(new Locator.FilterOptions().setHasText(text));
    }

    Help tool(String name) {
        agent.page().locator("#assist [data-tool=" + name + "]").click();
        return this;
    }

    /** Clicks with the present tool on what the agent sees there. */
    Help use(Locator seen) {
        seen.scrollIntoViewIfNeeded();
        BoundingBox box = steady(seen);
        agent.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        agent.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        return this;
    }

    /** Clicks with this tool until the line under the tools says these words of it: the page may scroll on under the pointer. */
    Help pick(String tool, Locator seen, String words) {
        Locator said = agent.page().locator("#suggest .suggest-words");
        Await.until(() -> words + "; it says: " + said.textContent(), Await.PATIENCE, () -> {
            tool(tool).use(seen);
            try {
                assertThat(said).containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(1_000));
                return true;
            } catch (AssertionError another) {
                return false;
            }
        });
        return this;
    }

    /** Where it is once it has stopped moving: a tool that opens its line makes the picture smaller. */
    private BoundingBox steady(Locator seen) {
        BoundingBox before = seen.boundingBox();
        while (true) {
            agent.page()
                    .evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            BoundingBox now = seen.boundingBox();
            if (now.x == before.x && now.y == before.y && now.height == before.height) {
                return now;
            }
            before = now;
        }
    }

    /** Suggests a text for a field that the agent sees. */
    Help suggestText(Locator field, String text) {
        tool("fill").use(field);
        agent.page().locator("#suggest-text").fill(text);
        return suggest();
    }

    /** The suggestion that was begun is made. */
    Help suggest() {
        agent.page().locator("#suggest-send").click();
        return this;
    }

    /** The question beside an element of the page. */
    Locator suggestion() {
        return visitor.page().getByRole(AriaRole.ALERTDIALOG);
    }

    Help answer(String words) {
        suggestion()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .click();
        return this;
    }
}
