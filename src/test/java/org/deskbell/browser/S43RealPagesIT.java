package org.deskbell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S43 on pages as their authors wrote them: what is typed there, and repeated in their own ways, is in no frame. */
class S43RealPagesIT {

    private static final String CANARY = "Kanarienvogel";
    private static final String DIGITS = "48151623";
    private static final HostPages PAGES = new HostPages();
    private static final Path MODULES = Path.of("src/frontend/node_modules");

    @RegisterExtension
    final People people = new People();

    private final Typist typist = new Typist(CANARY, DIGITS);

    @BeforeAll
    static void theirPages() {
        String tag = HostPages.tag(NewSite.of(new People(), PAGES.origin("shop.localhost")), "");
        PAGES.folder("/swagger", MODULES.resolve("swagger-ui-dist"), tag);
        PAGES.folder("/jsoneditor", MODULES.resolve("jsoneditor"), tag);
        PAGES.folder("/jquery-ui", MODULES.resolve("jquery-ui-dist"), tag);
        PAGES.folder("/components", Path.of("src/test/resources/pages/components"), tag);
        PAGES.folder("/shoelace", MODULES.resolve("@shoelace-style/shoelace/cdn"), tag);
    }

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @Test
    void aConsoleOfAnInterface() {
        Pictures pictures = seen("/swagger/index.html", "Add a pet");
        Page page = pictures.page();
        assertThat(typed(page)).isPositive();
        List<Locator> operations = page.locator(".opblock-summary-control").all();
        operations.forEach(Locator::click);
        PlaywrightAssertions.assertThat(page.locator(".try-out__btn")).hasCount(operations.size());
        page.locator(".try-out__btn").all().forEach(Locator::click);
        PlaywrightAssertions.assertThat(page.locator(".execute")).hasCount(operations.size());
        assertThat(typed(page)).isGreaterThan(5);
        for (Locator go : page.locator(".execute").all()) {
            go.click();
        }
        pictures.await("Server response");
        page.locator(".btn.authorize").first().click();
        assertThat(typed(page)).isEqualTo(3);
        page.locator(".modal-btn.authorize").first().click();
        page.locator(".modal-btn.authorize").first().click();
        pictures.await("Logout");
        nothingLeft(pictures);
    }

    @Test
    void twoEditorsOfATree() {
        Pictures pictures = seen("/jsoneditor/examples/16_synchronize_editors.html", "Keep two editors synchronized");
        assertThat(typed(pictures.page())).isGreaterThan(10);
        nothingLeft(pictures);
    }

    @Test
    void anEditorThatChecks() {
        Pictures pictures = seen("/jsoneditor/examples/07_json_schema_validation.html", "JSON schema validation");
        Page page = pictures.page();
        assertThat(typed(page)).isGreaterThan(5);
        nothingLeft(pictures);
    }

    @Test
    void anEditorThatDrawsItsText() {
        Pictures pictures = seen("/jsoneditor/examples/07_json_schema_validation.html", "JSON schema validation");
        Page page = pictures.page();
        page.locator(".jsoneditor-modes button").first().click();
        page.locator(".jsoneditor-text", new Page.LocatorOptions().setHasText("Code"))
                .first()
                .click();
        page.locator(".ace_content").click();
        page.keyboard().press("Control+a");
        page.keyboard().type("{\"firstName\": \"" + CANARY + "\", \"age\": " + DIGITS + "}");
        PlaywrightAssertions.assertThat(page.locator(".ace_content")).containsText(CANARY);
        PlaywrightAssertions.assertThat(page.locator(".ace_content")).containsText(DIGITS);
        nothingLeft(pictures);
    }

    @Test
    void aPageOfWidgets() {
        Pictures pictures = seen("/jquery-ui/index.html", "Welcome to jQuery UI!");
        Page page = pictures.page();
        page.locator("#dialog-link").click();
        assertThat(typed(page)).isEqualTo(3);
        nothingLeft(pictures);
    }

    @Test
    void aFormOfComponentsWithShadows() {
        Pictures pictures = seen("/components/index.html", "Order a bird");
        Page page = pictures.page();
        assertThat(typed(page)).isGreaterThanOrEqualTo(8);
        page.locator("#closed").click();
        page.keyboard().type("Sommer" + CANARY);
        page.locator("#check").click();
        pictures.await("What you ordered");
        assertThat(typed(page)).isEqualTo(1);
        page.keyboard().press("Escape");
        page.locator("#summary").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.getByText("Delivery").click();
        page.locator("#street").waitFor();
        assertThat(typed(page)).isPositive();
        nothingLeft(pictures);
    }

    private Pictures seen(String path, String title) {
        Page page = people.person().newPage();
        page.context().route(address -> !isHere(address), S43RealPagesIT::answer);
        return Pictures.seen(people, page, PAGES.origin("shop.localhost") + path, title);
    }

    private int typed(Page page) {
        return typist.everywhere(page);
    }

    private void nothingLeft(Pictures pictures) {
        pictures.page().evaluate("document.body.append('This is the end')");
        pictures.await("This is the end");
        assertThat(pictures.text().toLowerCase(Locale.ROOT)).doesNotContain("kanar", "vogel", DIGITS);
        // Only then it complains of nothing more.
        pictures.page().close();
        people.complaints().removeIf(complaint -> complaint.contains("/jsoneditor/dist/jsoneditor.js:"));
    }

    private static boolean isHere(String address) {
        String host = URI.create(address).getHost();
        return host == null || host.endsWith("localhost") || host.startsWith("127.");
    }

    /** The interface that the console is for; there is nothing else out there. */
    private static void answer(Route route) {
        if (!route.request().url().startsWith("https://petstore.swagger.io/")) {
            route.abort();
            return;
        }
        boolean isDescription = route.request().url().endsWith("swagger.json");
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Access-Control-Allow-Headers", "*"))
                .setBody(
                        isDescription
                                ? PETS
                                : "{\"unknown\": \""
                                        + URI.create(route.request().url()).getQuery() + "\"}"));
    }

    private static final String PETS =
            """
            {"swagger": "2.0", "info": {"title": "Pets", "version": "1"}, "host": "petstore.swagger.io", "schemes": ["https"],
             "securityDefinitions": {"key": {"type": "apiKey", "name": "api_key", "in": "header"}, "basic": {"type": "basic"}},
             "paths": {
              "/pet": {"post": {"summary": "Add a pet", "consumes": ["application/json"], "responses": {"405": {"description": "Invalid"}},
               "parameters": [{"name": "body", "in": "body", "schema": {"type": "object", "properties": {"name": {"type": "string", "example": "doggie"}}}}]}},
              "/pet/{id}": {"get": {"summary": "Find a pet", "responses": {"404": {"description": "Not found"}},
               "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"}, {"name": "tag", "in": "query", "type": "string"},
                {"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}}, {"name": "count", "in": "query", "type": "integer"},
                {"name": "X-Owner", "in": "header", "type": "string"}]},
               "post": {"summary": "Change a pet", "consumes": ["application/x-www-form-urlencoded"], "responses": {"404": {"description": "Not found"}},
               "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"}, {"name": "name", "in": "formData", "type": "string"}]}}}}
            """;
}
