package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the chat costs a page, measured on what is really served: B19, O6 and the budgets. */
class WidgetBudgetIT {

    private static final int LOADER = 3_072;
    private static final int WINDOW = 25_600;
    private static final HostPages PAGES = new HostPages();
    private static String site;

    @RegisterExtension
    final People people = new People();

    private final List<Request> requests = new ArrayList<>();
    private final List<String> sockets = new ArrayList<>();

    @BeforeAll
    static void aShop() {
        site = NewSite.of(new People(), PAGES.origin("shop.localhost"), page -> page.locator("#accent")
                .fill("#8a2be2"));
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void beforeTheClickThereIsOneSmallRequestAndNothingIsStored() {
        Widget visitor = listened(PAGES.withChat(site));
        assertThat(visitor.button()).isVisible();
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(toDeskbell()).singleElement().satisfies(loader -> {
            assertThat(loader.url()).endsWith("/widget/deskbell.js?site=" + site);
            assertThat(loader.response().allHeaders())
                    .containsEntry("content-encoding", "gzip")
                    .doesNotContainKey("set-cookie");
            assertThat(loader.sizes().responseBodySize).isPositive().isLessThanOrEqualTo(LOADER);
        });
        assertThat(sockets).isEmpty();
        assertThat(visitor.page().context().cookies()).isEmpty();
        assertThat(visitor.page().evaluate("localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
        assertThat(visitor.iframe()).hasCount(0);
    }

    @Test
    void theWholeWindowIsSmallAndComesFromDeskbellAlone() {
        Widget visitor = listened(PAGES.withChat(site));
        assertThat(visitor.button()).isVisible();
        requests.clear();
        visitor.open().sayAndWait("how heavy are you?");

        assertThat(toDeskbell())
                .extracting(request -> URI.create(request.url()).getPath())
                .contains("/widget/window", "/widget/window.css", "/widget/window.js", "/widget/texts/en.json");
        assertThat(toDeskbell())
                .allSatisfy(
                        request -> assertThat(request.response().allHeaders()).doesNotContainKey("set-cookie"));
        // Without the part that tells who waits his place, which comes when it comes; parts.test.js holds its size.
        int size = toDeskbell().stream()
                .filter(request -> !request.url().contains("/widget/queue/"))
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        assertThat(size).isPositive().isLessThanOrEqualTo(WINDOW);
        assertThat(sockets).allSatisfy(address -> assertThat(URI.create(address).getAuthority())
                .isEqualTo(People.server().getAuthority()));
        assertThat(requests).as("requests to anybody else").allSatisfy(request -> assertThat(
                        URI.create(request.url()).getAuthority())
                .isIn(People.server().getAuthority(), "shop.localhost:" + PAGES.port()));
        assertThat(visitor.page().context().cookies()).isEmpty();
    }

    @Test
    void aVisitorWhoLooksAroundOnlyIsNotStored() {
        Widget visitor = listened(PAGES.withChat(site));
        assertThat(visitor.button()).isVisible();
        visitor.page().getByText("There").click();
        visitor.page().reload();
        assertThat(visitor.button()).isVisible();

        assertThat(visitor.iframe()).hasCount(0);
        assertThat(visitor.page().context().storageState()).doesNotContain("deskbell.");
    }

    @Test
    void aPageWithAStrictPolicyNeedsTwoEntriesOnly() {
        String deskbell = People.server().toString().replaceFirst("/$", "");
        String policy = "default-src 'none'; script-src " + deskbell + "; frame-src " + deskbell
                + "; style-src 'none'; require-trusted-types-for 'script'";
        Widget visitor = listened(PAGES.page(
                "<!doctype html><html lang=en><title>A strict shop</title><h1>A strict shop</h1>"
                        + HostPages.tag(site, ""),
                Map.of("Content-Security-Policy", policy)));

        assertThat(visitor.button()).hasCSS("background-color", "rgb(138, 43, 226)");
        assertThat(visitor.button()).hasCSS("position", "fixed");
        visitor.open().sayAndWait("strict, but kind");
        assertThat(visitor.iframe()).hasCSS("width", "380px");
        visitor.button().click();
        assertThat(visitor.iframe()).hasCSS("visibility", "hidden");
    }

    private Widget listened(String path) {
        BrowserContext person = people.person();
        person.onRequest(requests::add);
        Page page = person.newPage();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        page.navigate(PAGES.origin("shop.localhost") + path);
        return new Widget(page);
    }

    private List<Request> toDeskbell() {
        return requests.stream()
                .filter(request -> URI.create(request.url())
                        .getAuthority()
                        .equals(People.server().getAuthority()))
                .toList();
    }
}
