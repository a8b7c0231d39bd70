package org.deskbell.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "HTTPS://Shop.Example/",
                "http://localhost:3000",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "*.shop.example",
                "https://*.shop.example:8443",
                "https://xn--bcher-kva.example"
            })
    void addressesOfWebsitesAreTaken(String origin) {
        assertThat(SiteCheck.problems(with("Shop", origin, "#2f6f5e"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop.example|origin-scheme",
                "*|origin-scheme",
                "javascript:alert(1)|origin-scheme",
                "https://shop.example/path|origin-path",
                "https://shop.example?x|origin-path",
                "https://|bad-origin",
                "https://shop.example:99999|bad-origin",
                "https://*|bad-origin",
                "*.example|bad-origin",
                "https://*.*.example|bad-origin",
                "https://shop.example;script-src|bad-origin",
                "https://a'b.example|bad-origin",
                "https://user@shop.example|bad-origin"
            })
    void whatIsNoAddressIsNamed(String origin, String reason) {
        assertThat(SiteCheck.problems(with("Shop", origin, "#2f6f5e")))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("origins", reason));
    }

    @Test
    void nothingOfAnAddressCanAddADirectiveToThePolicy() {
        List<Problem> problems = SiteCheck.problems(with("Shop", "https://a.example; script-src *", "#2f6f5e"));
        assertThat(problems).extracting(Problem::reason).contains("bad-origin", "origin-scheme");
    }

    @Test
    void everyFieldThatIsWrongIsTold() {
        SiteDraft draft = new SiteDraft(
                "No Key",
                "",
                "nowhere",
                "red",
                "top",
                "x",
                "pink",
                "!",
                "b".repeat(41),
                "t".repeat(61),
                "g".repeat(1001),
                "c".repeat(1001),
                "}{",
                "nowhere",
                false,
                false,
                true,
                false);
        assertThat(SiteCheck.problems(draft))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "buttonLabel",
                        "title",
                        "greeting",
                        "consent",
                        "key",
                        "accent",
                        "language",
                        "side",
                        "icon",
                        "scheme",
                        "origins",
                        "hiddenParts",
                        "assetHosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#2f6f5", "2f6f5e", "#2f6f5g", "#2f6f5e;", "red"})
    void onlySixHexDigitsAreAColour(String accent) {
        assertThat(SiteCheck.problems(with("Shop", "", accent)))
                .extracting(Problem::reason)
                .containsExactly("bad-colour");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(SiteCheck.problems(with("Shop\nSet-Cookie: x", "", "#2f6f5e")))
                .extracting(Problem::reason)
                .containsExactly("bad-text");
    }

    @Test
    void addressesAreKeptOnceAndWithoutTheSlashAtTheEnd() {
        assertThat(Origins.lines("https://a.example/\r\nHTTPS://A.example, https://b.example"))
                .containsExactly("https://a.example", "https://b.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {".balance", "#iban, .card", "[data-private]", "main > p:not(.public)"})
    void selectorsOfHiddenPartsAreTaken(String selector) {
        assertThat(SiteCheck.problems(hiding(selector))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".a { color: red }", "[data-private", "p:not(.a", "<b>", "@import x"})
    void whatCanBeNoSelectorIsNamed(String selector) {
        assertThat(SiteCheck.problems(hiding(".fine\n" + selector)))
                .containsExactly(new Problem("hiddenParts", "bad-selector", selector));
    }

    private static SiteDraft hiding(String selectors) {
        return new SiteDraft(
                "", "Shop", "", "#2f6f5e", "right", "chat", "auto", "", "", "", "", "", selectors, "", false, false,
                true, false);
    }

    private static SiteDraft with(String name, String origins, String accent) {
        return new SiteDraft(
                "", name, origins, accent, "right", "chat", "auto", "", "", "", "", "", "", "", false, false, true,
                false);
    }
}
