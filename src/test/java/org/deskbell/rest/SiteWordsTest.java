package org.deskbell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.io.StringReader;
import org.deskbell.attachment.Policy;
import org.deskbell.site.Site;
import org.deskbell.support.ASite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteWordsTest {
    private static final String NASTY = "</script><script>alert(1)</script><!-- & \u2028 \u2029 \" ' \\ ${x}";

    @Test
    void nothingTheOwnerTypesCanEndTheScript() {
        String words = SiteWords.ofWindow(site(NASTY), Policy.USUAL, "https://chat.example");
        assertThat(words).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Test
    void whatTheOwnerTypedArrivesWhole() {
        JsonObject words = parse(SiteWords.ofWindow(site(NASTY), Policy.USUAL, "https://chat.example"));
        assertThat(words.getString("greeting")).isEqualTo(NASTY);
        assertThat(words.getString("name")).isEqualTo(NASTY);
    }

    @Test
    void theSecretStaysHere() {
        Site site = site("Shop");
        assertThat(SiteWords.ofWindow(site, Policy.USUAL, "b") + SiteWords.ofButton(site, "b", false) + site)
                .doesNotContain("secret!");
    }

    @Test
    void theButtonIsToldOnlyWhatItDraws() {
        assertThat(parse(SiteWords.ofButton(site("Shop"), "https://chat.example", false))
                        .keySet())
                .containsExactlyInAnyOrder(
                        "key", "base", "name", "accent", "onAccent", "side", "icon", "scheme", "label");
    }

    @Test
    void onlyWhereVisitorsAreListedTheWindowComesAtOnceAndSaysSo() {
        Site listing = ASite.numbered(1).listing().site();
        assertThat(parse(SiteWords.ofButton(listing, "b", false)).getBoolean("load"))
                .isTrue();
        assertThat(parse(SiteWords.ofButton(listing, "b", true))).doesNotContainKey("load");
        assertThat(parse(SiteWords.ofWindow(listing, Policy.USUAL, "b")).getBoolean("looks"))
                .isTrue();
        assertThat(parse(SiteWords.ofWindow(site("Shop"), Policy.USUAL, "b"))).doesNotContainKey("looks");
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

    /** WCAG 2.2 AA: 4.5:1 for the label, which is more than the icon's 3:1. */
    @Test
    void theButtonCanBeReadWhateverAccentTheOwnerPicks() {
        int[] parts = {0x00, 0x0a, 0x33, 0x55, 0x66, 0x75, 0x76, 0x77, 0x78, 0x80, 0x99, 0xbb, 0xcc, 0xee, 0xff};
        for (int red : parts) {
            for (int green : parts) {
                for (int blue : parts) {
                    String accent = "#%02X%02x%02X".formatted(red, green, blue);
                    String ink = parse(SiteWords.ofButton(siteIn(accent), "b", false))
                            .getString("onAccent");
                    assertThat(contrast(ink, accent)).as(ink + " on " + accent).isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(Color.decode(one));
        double second = luminance(Color.decode(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        return part <= 10 ? part / 255.0 / 12.92 : Math.pow((part / 255.0 + 0.055) / 1.055, 2.4);
    }

    private static JsonObject parse(String words) {
        return Json.createReader(new StringReader(words)).readObject();
    }

    private static Site site(String text) {
        return site(text, "#2f6f5e");
    }

    private static Site siteIn(String accent) {
        return site("Shop", accent);
    }

    private static Site site(String text, String accent) {
        return ASite.numbered(1)
                .saying(text)
                .coloured(accent)
                .signing("secret!")
                .site();
    }
}
