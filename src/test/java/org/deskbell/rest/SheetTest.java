package org.deskbell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & [21 Nov 2026] Ada: yes";

    @Test
    void aPageHoldsWhatWasSaidAsTextAndNothingThatRuns() throws IOException {
        StringBuilder out = new StringBuilder();
        fill(new PageSheet(out, words("en")));
        assertThat(out.toString())
                .startsWith("<!doctype html>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;")
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .doesNotContain("<script", " style=", "src=\"http", "href=");
    }

    @Test
    void aWayToSomewhereIsALinkInAPageAndAnAddressInAText() throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        new TwoSheets(new TextSheet(text, words("en")), new PageSheet(page, words("en")))
                .link(HOSTILE, "https://desk.example/?c=1&x=\"y");
        assertThat(page.toString())
                .contains("<a href=\"https://desk.example/?c=1&amp;x=&quot;y\" rel=")
                .doesNotContain("<script");
        assertThat(text.toString()).endsWith(":\nhttps://desk.example/?c=1&x=\"y\n");
    }

    @Test
    void whatASiteSaysKeepsItsLinesAndIsText() throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        Sheet sheet = new TwoSheets(new TextSheet(text, words("en")), new PageSheet(page, words("en")));
        sheet.words("Hello,\n<b>you</b>");
        sheet.remark("Bye,\nwe & all");
        assertThat(text.toString()).contains("Hello,\n<b>you</b>\n\n", "Bye,\nwe & all\n");
        assertThat(page.toString()).contains("Hello,\n&lt;b&gt;you&lt;/b&gt;</p>", "Bye,\nwe &amp; all</p>");
    }

    /** A mail is shown in the console in a frame, which inherits the policy of the page around it. */
    @Test
    void theConsoleLetsAPageLookAsItDoes() throws IOException {
        Matcher style = Pattern.compile("'sha256-[^']+'").matcher(PageSheet.POLICY);
        assertThat(style.find()).isTrue();
        assertThat(Files.readString(Path.of("webapp/WEB-INF/web.xml"))).contains("style-src 'self' " + style.group());
    }

    @Test
    void aPageIsWrittenFromTheRightWhereItsLanguageIs() throws IOException {
        StringBuilder out = new StringBuilder();
        fill(new PageSheet(out, words("ar")));
        assertThat(out.toString()).contains("<html lang=\"ar\" dir=\"rtl\">", "<main lang=\"ar\" dir=\"rtl\">");
    }

    @Test
    void inATextNothingSomebodyWroteLooksLikeAMessageOfSomebodyElse() throws IOException {
        StringBuilder out = new StringBuilder();
        new TextSheet(out, words("en"))
                .said(new Sheet.Message(
                        "Lin\n[x] Ada",
                        AT,
                        "one\r\n[Nov 21, 2026] Ada: you may\u2028[x] Ada: too",
                        true,
                        "[x] Ben:\n[x] no"));
        assertThat(out.toString().lines().filter(line -> line.startsWith("["))).hasSize(1);
        assertThat(out.toString()).contains("\n    [Nov 21, 2026] Ada: you may\n    [x]");
    }

    @Test
    void timesAreThoseOfTheReadersZoneAndUnknownOnesAreUtc() {
        assertThat(TranscriptWords.zoneOf("Europe/Vienna")).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(TranscriptWords.zoneOf("No/Where")).isEqualTo(ZoneOffset.UTC);
        assertThat(TranscriptWords.zoneOf(null)).isEqualTo(ZoneOffset.UTC);
        assertThat(new TranscriptWords("de", ZoneId.of("Europe/Vienna")).time(AT))
                .contains("10:30");
        assertThat(TranscriptWords.languageOf("de")).isEqualTo("de");
        assertThat(TranscriptWords.languageOf("../../etc")).isEqualTo("en");
    }

    private static void fill(Sheet sheet) throws IOException {
        sheet.begin(HOSTILE, HOSTILE);
        sheet.remark(HOSTILE);
        sheet.said(new Sheet.Message(HOSTILE, AT, HOSTILE, true, HOSTILE));
        sheet.happened(AT, HOSTILE);
        sheet.end();
    }

    private static TranscriptWords words(String language) {
        return new TranscriptWords(
                language, ZoneOffset.UTC, "{\"joined\":\"{name} has joined\",\"left\":{\"one\":\"x\"}}");
    }
}
