package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.deskbell.support.Demo;

/** An inbox with many conversations, scrolled through from top to bottom and back, for measuring. */
public final class LongList implements AutoCloseable {
    private static final String SCROLL =
            "seconds => new Promise(done => { const panel = document.getElementById('rows-panel'), frames = [], long = [];"
                    + " new PerformanceObserver(list => list.getEntries().forEach(each => long.push(each.duration)))"
                    + ".observe({ type: 'long-animation-frame' });"
                    + " let last = 0, step = 120; const end = performance.now() + seconds * 1000; panel.scrollTop = 0;"
                    + " requestAnimationFrame(function frame(now) { if (last) frames.push(now - last); last = now;"
                    + " const before = panel.scrollTop; panel.scrollTop += step; if (panel.scrollTop === before) step = -step;"
                    + " if (now < end) return requestAnimationFrame(frame);"
                    + " setTimeout(() => done({ frames, long }), 300); }); })";

    private final BrowserContext agents;
    private final Page console;

    private LongList(URI server) {
        Browser browser = Browsers.chromium();
        agents = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        console = agents.newPage();
        People.logIn(console, server, Demo.AGENT, Demo.PASSWORD);
        Inbox inbox = new Inbox(console).ready();
        inbox.box("All").click();
        assertThat(console.locator("#rows .row").first()).isVisible();
    }

    public static LongList at(URI server) {
        return new LongList(server);
    }

    /** How many conversations the box holds. */
    public int size() {
        return Integer.parseInt(console.locator("#tab-all .tab-count").textContent());
    }

    /** Milliseconds of each frame of the display, and of each that took the page longer than 50 ms. */
    public record Frames(List<Double> all, List<Double> slow) {}

    public Frames scroll(int seconds) {
        Map<?, ?> seen = (Map<?, ?>) console.evaluate(SCROLL, seconds);
        return new Frames(numbers(seen.get("frames")), numbers(seen.get("long")));
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list)
                .stream().map(each -> ((Number) each).doubleValue()).toList();
    }

    @Override
    public void close() {
        agents.close();
    }
}
