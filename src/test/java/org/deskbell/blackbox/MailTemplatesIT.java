package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Form;
import org.deskbell.support.House;
import org.deskbell.support.PostOffice;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a site's administrator writes is what its mails say, through a real mail server. */
class MailTemplatesIT {
    private static final Map<String, String> NOTHING = Map.of("subject", "", "opening", "", "closing", "");
    private static PostOffice post;
    private static ServerUnderTest server;

    private final WebSession owner = new WebSession(server.address());
    private final House house = new House(server.address());
    private String site = house.site();

    @BeforeAll
    static void begin() {
        post = new PostOffice();
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().mail(post.port()));
    }

    @AfterAll
    static void end() {
        if (server != null) server.close();
        post.close();
    }

    @BeforeEach
    void theOwnerIsThere() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    @Test
    void itsWordsStandInItsMailsOfThatLanguageAndInNoOthers() throws Exception {
        save(
                "de",
                Map.of(
                        "subject", "Ihr Gespräch mit {{agent.name}} <b>&</b>",
                        "opening", "Hallo {{visitor.name|Unbekannt}},\r\n<i>danke</i> von {{site.name}}",
                        "closing", ""));

        MimeMessage own = mail(site, "de");
        assertThat(own.getSubject()).isEqualTo("Ihr Gespräch mit Ben <b>&</b>");
        assertThat(PostOffice.text(own))
                .contains("Hallo Unbekannt,", "<i>danke</i> von Site " + site)
                .contains("Sie erhalten diese E-Mail, weil")
                .doesNotContain("Das ist der Chat, den Sie haben wollten.");
        assertThat(PostOffice.page(own))
                .contains("Ihr Gespräch mit Ben &lt;b&gt;&amp;&lt;/b&gt;</h1>")
                .containsPattern("Hallo Unbekannt,\\R&lt;i&gt;danke&lt;/i&gt; von Site " + site + "</p>")
                .doesNotContain("<i>", "<b>&");

        assertThat(mail(site, "en").getSubject()).isEqualTo("Chat with Site " + site);
        String other = house.site();
        MimeMessage elsewhere = mail(other, "de");
        assertThat(elsewhere.getSubject()).isEqualTo("Chat mit Site " + other);
        assertThat(PostOffice.text(elsewhere)).contains("Das ist der Chat, den Sie haben wollten.");
    }

    @Test
    void whatWasEmptiedIsSaidInOurWordsAgain() throws Exception {
        save("en", Map.of("subject", "Mine", "opening", "Mine before", "closing", "Mine behind"));
        assertThat(PostOffice.text(mail(site, "en"))).contains("Mine before", "Mine behind");
        assertThat(page("en")).contains("<small>own words</small>");

        save("en", NOTHING);
        MimeMessage ours = mail(site, "en");
        assertThat(ours.getSubject()).isEqualTo("Chat with Site " + site);
        assertThat(PostOffice.text(ours)).doesNotContain("Mine").contains("This is the chat you asked for.");
        assertThat(page("en")).doesNotContain("<small>own words</small>");
    }

    /** S38. */
    @Test
    void aSubjectThatWouldBeginALineOfTheHeadIsRefusedAndNothingIsLost() throws Exception {
        for (String bad :
                new String[] {"Hi\r\nBcc: eve@example.com", "Hi\nBcc: eve@example.com", "Hi\u0000there", "Hi\u2028there"
                }) {
            HttpResponse<String> answer = press("en", Map.of("subject", bad, "opening", "Kept as it was typed"));
            assertThat(answer.statusCode()).as(bad).isEqualTo(200);
            assertThat(answer.body())
                    .contains("id=\"subject-problem\"", "Please leave out line breaks", "Kept as it was typed");
        }
        MimeMessage mail = mail(site, "en");
        assertThat(mail.getSubject()).isEqualTo("Chat with Site " + site);
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void whatCannotBeKeptOrFilledInIsSaidAtItsField() {
        HttpResponse<String> answer = press(
                "en",
                Map.of(
                        "subject",
                        "Dear {{visitor.name}}",
                        "opening",
                        "Hi {{visitor.nme}}",
                        "closing",
                        "x".repeat(1_001)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Please leave visitor.name out of the subject")
                .containsPattern("There is no variable “\\P{L}*visitor.nme\\P{L}*” in a mail.")
                .containsPattern("at most \\P{N}*1000\\P{N}* characters")
                .contains("Dear {{visitor.name}}", "Hi {{visitor.nme}}", "x".repeat(1_001));
        assertThat(press("en", Map.of("closing", "a\u0000b")).body()).contains("id=\"closing-problem\"");
        assertThat(page("en")).doesNotContain("<small>own words</small>");
    }

    @Test
    void whoeverWasSlowerIsToldAlsoWhenTheOtherHasEmptiedIt() {
        for (Map<String, String> theirs : List.of(Map.of("subject", "Theirs"), NOTHING)) {
            Form slow = form("fr");
            Map<String, String> mine = slow.values();
            mine.putAll(Map.of("subject", "Mine", "opening", "", "closing", ""));
            save("fr", theirs);
            HttpResponse<String> answer = owner.post(slow.action().toString(), mine);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("id=\"anyway\"", "value=\"Mine\"");
        }
        assertThat(page("fr")).doesNotContain("Mine");
    }

    @Test
    void theOwnerSendsHimselfWhatStandsInTheFieldsAndNothingIsKept() throws Exception {
        String me = "ines-" + UUID.randomUUID() + "@example.com";
        WebSession ines = house.administrator(me);
        String answer = send(ines, "de", "Ihr Gespräch mit {{agent.name}} & mehr", "Hallo {{visitor.name|du}}");
        assertThat(answer)
                .containsPattern("role=\"status\" id=\"tried\">The test mail is on its way to \\W*" + me)
                .contains("Hallo {{visitor.name|du}}");

        MimeMessage mail = post.await(me, 1, server).get(0);
        assertThat(mail.getSubject()).isEqualTo("Ihr Gespräch mit Ada & mehr");
        assertThat(mail.getFrom()[0].toString()).contains("Site " + site, "<chat@deskbell.example>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(PostOffice.text(mail)).contains("Hallo Lin", "Sie erhalten diese E-Mail, weil");
        assertThat(PostOffice.page(mail)).contains("<main lang=\"de\" dir=\"ltr\">", "Hallo Lin");
        assertThat(page("de")).doesNotContain("Ihr Gespräch mit {{agent.name}} & mehr");
    }

    @Test
    void aTestThatCannotBeSentSaysWhyAndDoesNotCount() {
        String me = "ines-" + UUID.randomUUID() + "@example.com";
        WebSession ines = house.administrator(me);
        post.close();
        try {
            for (int i = 0; i < 6; i++) {
                assertThat(send(ines, "en", "Subject", ""))
                        .containsPattern("role=\"alert\" id=\"tried\">The test mail could not be sent.*Connect")
                        .contains("value=\"Subject\"");
            }
        } finally {
            post.open();
        }
        send(ines, "en", "Subject", "");
        assertThat(post.await(me, 1, server)).hasSize(1);
    }

    @Test
    void fiveTestsAreEnoughForOneAndNotForAnother() {
        String me = "ines-" + UUID.randomUUID() + "@example.com";
        WebSession ines = house.administrator(me);
        for (int i = 0; i < 5; i++) assertThat(send(ines, "en", "", "")).contains("on its way");
        assertThat(send(ines, "en", "", ""))
                .contains("role=\"alert\" id=\"tried\"", "wait some minutes")
                .doesNotContain("on its way");
        String other = "nora-" + UUID.randomUUID() + "@example.com";
        assertThat(send(house.administrator(other), "en", "", "")).contains("on its way");
        post.await(other, 1, server);
        assertThat(post.to(me)).hasSize(5);
    }

    @Test
    void nothingIsSentWhereItIsWrongOrWouldReachNobody() {
        String me = "ines-" + UUID.randomUUID() + "@example.com";
        WebSession ines = house.administrator(me);
        assertThat(send(ines, "en", "Hi\nthere", ""))
                .contains("id=\"subject-problem\"")
                .doesNotContain("on its way");
        assertThat(post.to(me)).isEmpty();

        WebSession nameless = house.administrator("ines-" + UUID.randomUUID());
        assertThat(nameless.get(path("en")).body())
                .contains("which is not a mail address")
                .doesNotContain("id=\"send\"");

        WebSession elsewhere = new WebSession(ServerUnderTest.shared());
        elsewhere.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String answer = elsewhere
                .press("console/mails?site=" + Demo.SITE + "&language=en", "send", NOTHING)
                .body();
        assertThat(answer).contains("role=\"alert\" id=\"tried\"", "this server has no mail session");
    }

    @Test
    void aSiteThatIsDeletedTakesItsWordsAlong() {
        String other = house.site();
        String deleted = site;
        for (String language : List.of("en", "de")) save(language, Map.of("subject", "Words of " + deleted));
        site = other;
        save("en", Map.of("subject", "Words beside " + deleted));
        HttpResponse<String> gone =
                owner.press("console/delete-site?key=" + deleted, "delete", Map.of("confirm", deleted));
        assertThat(gone.statusCode()).isEqualTo(302);
        assertThat(owner.get("console/mails?site=" + deleted).statusCode()).isEqualTo(404);
        server.stop();
        try {
            assertThat(server.store().rows("select subject from mail_wording where subject like '%" + deleted + "'"))
                    .containsExactly(List.of("Words beside " + deleted));
        } finally {
            server.run();
        }
    }

    private String page(String language) {
        return owner.get(path(language)).body();
    }

    private String path(String language) {
        return "console/mails?site=" + site + "&language=" + language;
    }

    private void save(String language, Map<String, String> words) {
        HttpResponse<String> answer = press(language, words);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private HttpResponse<String> press(String language, Map<String, String> words) {
        Map<String, String> all = new HashMap<>(NOTHING);
        all.putAll(words);
        return owner.press(path(language), "save", all);
    }

    private String send(WebSession by, String language, String subject, String opening) {
        Map<String, String> words = Map.of("subject", subject, "opening", opening, "closing", "");
        return by.press(path(language), "send", words).body();
    }

    private Form form(String language) {
        URI address = server.address().resolve(path(language));
        return Form.with("subject", page(language), address);
    }

    /** A conversation on this site that was answered, as its visitor gets it. */
    private static MimeMessage mail(String site, String language) {
        String address = "lin-" + UUID.randomUUID() + "@example.com";
        try (ChatClient visitor = ChatClient.open(server.address(), site, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            agent.follow(conversation);
            agent.sayAndWait(conversation, "at your service");
            HttpResponse<String> taken = new WebSession(server.address())
                    .post(
                            "widget/transcript/mail?site=" + site + "&conversation=" + conversation,
                            Map.of("ref", ChatClient.ref(), "address", address, "language", language, "zone", "UTC"),
                            "Authorization",
                            "Bearer " + visitor.token());
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
            return post.await(address, 1, server).get(0);
        }
    }
}
