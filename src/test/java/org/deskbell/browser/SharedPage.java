package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Demo;

/** A large page of a visitor while an agent looks at it, for measuring: both in one Chromium, so that their clocks are one. */
public final class SharedPage implements AutoCloseable {
    private static final String PAGE =
            "<!doctype html><html lang=en><meta charset=utf-8><title>Many</title><h1>Many</h1>"
                    + "<table id=many></table><script>for (let i = 0; i < %d; i++) { const row = many.insertRow();"
                    + " for (const text of ['Item ' + i, 'In stock', '€' + i]) row.insertCell().textContent = text; }</script>"
                    + "<script async src='../widget/deskbell.js?site=demo'></script>";
    private static final String COUNT = "seconds => new Promise(done => { let frames = 0, changes = 0;"
            + " const cells = document.querySelectorAll('td'), end = performance.now() + seconds * 1000;"
            + " const changing = setInterval(() => { cells[changes++ %% cells.length].textContent = 'Now ' + changes; }, 50);"
            + " (function frame() { frames++; if (performance.now() < end) return requestAnimationFrame(frame);"
            + " clearInterval(changing); done(frames); })(); })";

    private final BrowserContext visitors;
    private final BrowserContext agents;
    private final Help help;

    private SharedPage(URI server, int elements) {
        Browser browser = Browsers.chromium();
        visitors = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        agents = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
        Page page = visitors.newPage();
        page.route(
                "**/demo/many",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(PAGE.formatted(elements / 4))));
        page.navigate(server.resolve("demo/many").toString());
        Page console = agents.newPage();
        People.logIn(console, server, Demo.AGENT, Demo.PASSWORD);
        help = Help.between(new Widget(page).open(), new Inbox(console).ready());
    }

    public static SharedPage of(URI server, int elements) {
        return new SharedPage(server, elements);
    }

    /** From the visitor's yes until the agent has all of the page before him, milliseconds. */
    public double start(int elements) {
        help.ask("see");
        help.visitor().frame().evaluate("addEventListener('click', () => { window.allowed = Date.now(); }, true)");
        help.allow("see");
        Number seen = (Number) viewer().evaluate(
                        "least => new Promise(done => { (function look() {"
                                + " const inner = [...document.querySelectorAll('#pictures iframe')].pop()?.contentDocument;"
                                + " if (inner && inner.querySelectorAll('*').length >= least) return done(Date.now());"
                                + " setTimeout(look, 5); })(); })",
                        elements);
        return seen.doubleValue() - ((Number) help.visitor().frame().evaluate("window.allowed")).doubleValue();
    }

    /** How long it takes until the agent sees a change, one after the other, milliseconds. */
    public List<Double> changes(int count) {
        viewer().evaluate(
                        "() => { window.late = []; const inner = [...document.querySelectorAll('#pictures iframe')].pop().contentDocument;"
                                + " new MutationObserver(records => { for (const record of records) {"
                                + " const at = /^at (\\d+)$/.exec(record.target.textContent ?? ''); if (at) window.late.push(Date.now() - at[1]); } })"
                                + ".observe(inner, { subtree: true, childList: true, characterData: true }); }");
        help.visitor()
                .page()
                .evaluate(
                        "count => new Promise(done => { const cells = document.querySelectorAll('td'); let at = 0;"
                                + " const changing = setInterval(() => { cells[at * 7 % cells.length].textContent = 'at ' + Date.now();"
                                + " if (++at === count) { clearInterval(changing); done(); } }, 100); })",
                        count);
        Await.until("all changes", () -> ((Number) viewer().evaluate("window.late.length")).intValue() >= count);
        List<Double> late = new ArrayList<>();
        for (Object each : (List<?>) viewer().evaluate("window.late")) late.add(((Number) each).doubleValue());
        return late;
    }

    /** Frames of the display the visitor's page drew in so many seconds, while twenty changes a second happen. */
    public double frames(int seconds) {
        return ((Number) help.visitor().page().evaluate(COUNT.formatted(), seconds)).doubleValue();
    }

    /** Whether the agent looks; while he does not, the page is not recorded. */
    public void watch(boolean on) {
        help.agent().page().locator("#do-assist").click();
        if (on) assertThat(help.seen().getByText("Many").first()).isVisible();
        else assertThat(help.agent().page().locator("#assist")).isHidden();
    }

    private Frame viewer() {
        Frame frame =
                help.agent().page().locator("#assist iframe").elementHandle().contentFrame();
        frame.waitForSelector("#pictures", new Frame.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return frame;
    }

    @Override
    public void close() {
        visitors.close();
        agents.close();
    }
}
