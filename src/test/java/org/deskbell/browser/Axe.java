package org.deskbell.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks axe-core what somebody could not read or reach when everything has come to rest, in light and dark, on a desk and on a phone; and whether it fits. */
final class Axe {

    private static final Path SCRIPT = Path.of("src/frontend/node_modules/axe-core/axe.min.js");
    private static final int[] WIDTHS = {1280, 390};
    private static final String RUN =
            """
            async () => {
              await Promise.allSettled(document.getAnimations().filter(each => each.effect.getComputedTiming().iterations < Infinity).map(each => each.finished));
              const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], iframes: false});
              if (!found.passes.length) throw new Error('axe looked at nothing');
              return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.any.concat(node.all, node.none)[0]?.message ?? rule.help}`));
            }""";

    private Axe() {}

    /** What it finds on this page and in the chat's window on it; {@code what} names the state. */
    static List<String> violations(Page page, String what) {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : WIDTHS) {
                page.setViewportSize(width, longEnough(page, width));
                int across = widthOf(page);
                if (across > width) found.add(what + ", " + width + ": reflow: the page is " + across + " wide");
                for (Frame frame : page.frames()) {
                    // What is rebuilt of a visitor's page is that page's; neither it nor a mail runs scripts, so not
                    // axe either.
                    if (isRebuilt(frame) || isMail(frame)) continue;
                    String where =
                            what + (frame == page.mainFrame() ? "" : " (chat)") + ", " + scheme + ", " + width + ": ";
                    in(frame).forEach(violation -> found.add(where + violation));
                }
            }
        }
        page.setViewportSize(WIDTHS[0], 800);
        return found;
    }

    /** The console's rail lies at the bottom of a phone, over what one scrolls away from under it; axe does not scroll. */
    private static int longEnough(Page page, int width) {
        page.setViewportSize(width, 800);
        return ((Number) page.evaluate(
                        "document.querySelector('.rail') ? Math.max(800, document.documentElement.scrollHeight) : 800"))
                .intValue();
    }

    /** Nobody should have to scroll sideways to read (WCAG 2.1, 1.4.10), which axe does not look at. */
    private static int widthOf(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static boolean isRebuilt(Frame frame) {
        return frame.parentFrame() != null && frame.parentFrame().url().contains("/console/viewer");
    }

    private static boolean isMail(Frame frame) {
        return frame.parentFrame() != null && "".equals(frame.frameElement().getAttribute("sandbox"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> in(Frame frame) {
        if ("undefined".equals(frame.evaluate("typeof axe"))) {
            frame.evaluate(source());
        }
        return (List<String>) frame.evaluate(RUN);
    }

    private static String source() {
        try {
            return Files.readString(SCRIPT) + "\n;undefined";
        } catch (IOException missing) {
            throw new UncheckedIOException("axe-core comes with the build's npm step: mvn prepare-package", missing);
        }
    }
}
