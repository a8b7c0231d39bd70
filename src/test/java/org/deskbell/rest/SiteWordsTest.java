package org.deskbell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.deskbell.site.Site;
import org.deskbell.site.SiteId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteWordsTest {
    private static final String NASTY = "</script><script>alert(1)</script><!-- & \u2028 \u2029 \" ' \\ ${x}";

    @Test
    void nothingTheOwnerTypesCanEndTheScript() {
        String words = SiteWords.ofWindow(site(NASTY), "https://chat.example");
        assertThat(words).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Test
    void whatTheOwnerTypedArrivesWhole() {
        JsonObject words = parse(SiteWords.ofWindow(site(NASTY), "https://chat.example"));
        assertThat(words.getString("greeting")).isEqualTo(NASTY);
        assertThat(words.getString("name")).isEqualTo(NASTY);
    }

    @Test
    void theSecretStaysHere() {
        Site site = site("Shop");
        assertThat(SiteWords.ofWindow(site, "b") + SiteWords.ofButton(site, "b") + site)
                .doesNotContain("secret!");
    }

    @Test
    void theButtonIsToldOnlyWhatItDraws() {
        assertThat(parse(SiteWords.ofButton(site("Shop"), "https://chat.example"))
                        .keySet())
                .containsExactlyInAnyOrder(
                        "key", "base", "name", "accent", "onAccent", "side", "icon", "scheme", "label");
    }

    @ParameterizedTest
    @CsvSource({
        "#2f6f5e,#ffffff",
        "#ffd400,#000000",
        "#ffffff,#000000",
        "#000000,#ffffff",
        "#777777,#000000",
        "#767676,#ffffff"
    })
    void textOnTheAccentCanBeRead(String accent, String ink) {
        assertThat(Ink.on(accent)).isEqualTo(ink);
    }

    private static JsonObject parse(String words) {
        return Json.createReader(new StringReader(words)).readObject();
    }

    private static Site site(String text) {
        return new Site(
                new SiteId(1),
                "demo",
                text,
                List.of("https://shop.example"),
                "#2f6f5e",
                "right",
                "chat",
                "auto",
                null,
                text,
                text,
                text,
                text,
                "secret!",
                false,
                true,
                true,
                List.of(),
                0);
    }
}
