package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.PostOffice;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Mails through a real mail server: a conversation goes to its visitor (B14), and agents are told of what nobody has looked at (M6). */
@Execution(ExecutionMode.CONCURRENT)
class MailIT {
    private static final String NOTE = "for agents alone";
    private static final Pattern ADDRESS = Pattern.compile("class=\"mails\"[^>]* data-address=\"([^\"]+)\"");
    private static ServerUnderTest server;
    private static PostOffice post;

    private final WebSession browser = new WebSession(server.address());
    private final String mark = UUID.randomUUID().toString();
    private final String address = "lin-" + mark + "@example.com";

    @BeforeAll
    static void begin() {
        post = new PostOffice();
        server = ServerUnderTest.start(
                ServerSettings.fresh().roomy().mail(post.port()).with("deskbell.presence.grace", 2));
    }

    @AfterAll
    static void end() {
        if (server != null) server.close();
        post.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void itArrivesOnceAsTextAndPageInTheVisitorsLanguage() throws Exception {
        try (ChatClient visitor = visitor()) {
            String conversation = answered(visitor, "<b>hello</b> " + mark);
            HttpResponse<String> offer = browser.get(path(conversation), "Authorization", "Bearer " + visitor.token());
            assertThat(offer.statusCode()).isEqualTo(200);
            assertThat(offer.body()).isEqualTo("{\"answered\":true}");

            String ref = ChatClient.ref();
            assertThat(order(visitor, conversation, ref, " " + address + " ").statusCode())
                    .isEqualTo(202);
            // The answer was lost: the same ref is the same mail.
            assertThat(order(visitor, conversation, ref, address).statusCode()).isEqualTo(202);
            MimeMessage mail = await(address, 1).get(0);

            assertThat(mail.getSubject()).startsWith("Chat mit ");
            assertThat(mail.getSubject()).doesNotContain(mark);
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(address);
            assertThat(mail.getFrom()[0].toString()).contains("<chat@deskbell.example>");
            assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@deskbell\\.example>");
            assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(mail.getSentDate()).isNotNull();
            assertThat(PostOffice.text(mail))
                    .contains(
                            "<b>hello</b> " + mark, "Ben: at your service", "Das ist der Chat, den Sie haben wollten.")
                    .doesNotContain(NOTE);
            assertThat(PostOffice.page(mail))
                    .contains("<main lang=\"de\" dir=\"ltr\">", "&lt;b&gt;hello&lt;/b&gt; " + mark, "at your service")
                    .doesNotContain("<b>hello", "<script", visitor.token(), NOTE);

            order(visitor, conversation, ChatClient.ref(), address);
            assertThat(await(address, 2)).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void whatCannotBeSentAtFirstArrivesLater() {
        try (ChatClient visitor = visitor()) {
            String conversation = answered(visitor, "is anybody there?");
            post.close();
            assertThat(order(visitor, conversation, ChatClient.ref(), address).statusCode())
                    .isEqualTo(202);
            Await.until("the first try", PostOffice.PATIENCE, () -> PostOffice.said(server).stream()
                    .anyMatch(line -> line.contains("tried again")));
            assertThat(server.log()).noneMatch(line -> line.contains(address));
            post.open();
            await(address, 1);
            Await.until(
                    "it is counted",
                    () -> browser.get("health/metrics").body().contains("deskbell_mails_total{result=\"failed\"}"));
        } finally {
            if (!post.isOpen()) post.open();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void oneConversationIsSentThreeTimesADayAndOneAddressGetsFive() {
        try (ChatClient visitor = visitor();
                ChatClient other = visitor()) {
            String conversation = answered(visitor, "again");
            for (int mail = 0; mail < 3; mail++) {
                assertThat(order(visitor, conversation, ChatClient.ref(), address)
                                .statusCode())
                        .isEqualTo(202);
            }
            HttpResponse<String> refused = order(visitor, conversation, ChatClient.ref(), "other-" + address);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"reason\":\"enough-mails\"");

            String second = answered(other, "and again");
            order(other, second, ChatClient.ref(), address.toUpperCase(Locale.ROOT));
            order(other, second, ChatClient.ref(), address);
            assertThat(order(other, second, ChatClient.ref(), address).statusCode())
                    .isEqualTo(429);
            assertThat(order(other, second, ChatClient.ref(), "third-" + address)
                            .statusCode())
                    .isEqualTo(202);
            await("third-" + address, 1);
        }
    }

    /** S38. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void anAddressThatIsMoreThanOneIsRefusedAndNothingIsSent() throws Exception {
        try (ChatClient visitor = visitor()) {
            String conversation = answered(visitor, "to whom?");
            for (String bad : List.of(
                    address + "\r\nBcc: eve@example.com",
                    address + ",eve@example.com",
                    "Eve <eve@example.com>",
                    "eve@example.com\n\nBuy!",
                    "eve",
                    "")) {
                HttpResponse<String> refused = order(visitor, conversation, ChatClient.ref(), bad);
                assertThat(refused.statusCode()).as(bad).isEqualTo(422);
                assertThat(refused.body()).contains("\"reason\":\"bad-address\"");
            }
            assertThat(order(visitor, conversation, "a b", address).statusCode())
                    .isEqualTo(400);
            order(visitor, conversation, ChatClient.ref(), address);
            await(address, 1);
            assertThat(post.to("eve@example.com")).isEmpty();
        }
    }

    /** S16: and words nobody has answered are no way to send mails to strangers. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void onlyItsVisitorMaySendItAndOnlyWhereAnAgentHasAnswered() {
        try (ChatClient visitor = visitor();
                ChatClient thief = visitor()) {
            String conversation = visitor.sayAndWait("Buy now!").text("conversation");
            assertThat(browser.get(path(conversation), "Authorization", "Bearer " + visitor.token())
                            .body())
                    .isEqualTo("{\"answered\":false}");
            HttpResponse<String> alone = order(visitor, conversation, ChatClient.ref(), address);
            assertThat(alone.statusCode()).isEqualTo(409);
            assertThat(alone.body()).contains("\"reason\":\"unanswered\"");

            thief.sayAndWait("mine");
            assertThat(order(thief, conversation, ChatClient.ref(), address).statusCode())
                    .isEqualTo(404);
            assertThat(browser.get(path(conversation), "Authorization", "Bearer " + thief.token())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.get(path(conversation)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void aServerWithoutAMailSessionOffersNone() {
        WebSession elsewhere = new WebSession(ServerUnderTest.shared());
        try (ChatClient visitor = ChatClient.open(ServerUnderTest.shared(), Demo.SITE, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("by mail?").text("conversation");
            String[] secret = {"Authorization", "Bearer " + visitor.token()};
            assertThat(elsewhere.get(path(conversation), secret).statusCode()).isEqualTo(204);
            assertThat(elsewhere
                            .post(path(conversation), Map.of("ref", ChatClient.ref(), "address", address), secret)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void agentsWhoAreNotOnlineAreToldOnceOfWhatNobodyHasLookedAtUntilSomebodyHas() throws Exception {
        House house = new House(server.address());
        String site = house.site();
        house.remind(site, 1);
        try (DeskClient nora = house.agent("Nora", server.address());
                DeskClient otto = house.agent("Otto", server.address());
                DeskClient pia = house.agent("Pia", server.address());
                ChatClient early = ChatClient.open(server.address(), site, Carrier.WEBSOCKET);
                ChatClient late = ChatClient.open(server.address(), site, Carrier.WEBSOCKET);
                ChatClient owned = ChatClient.open(server.address(), site, Carrier.WEBSOCKET)) {
            for (DeskClient each : List.of(nora, otto)) choose(each, "all");
            for (DeskClient each : List.of(nora, pia)) goAway(each);
            String unread = early.sayAndWait("nobody reads this " + mark).text("conversation");
            String read = late.sayAndWait("nor this " + mark).text("conversation");
            String pias = owned.sayAndWait("Pia, are you there? " + mark).text("conversation");
            pia.follow(pias);
            pia.awaitEntry(pia.ask("claim", pias), "claimed", pias);

            MimeMessage mail = await(address(nora), 2).stream()
                    .filter(each -> isAbout(each, read))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail.getSubject()).isEqualTo("Unread chat on Site " + site);
            assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            String link = server.address() + "console/inbox?c=" + read;
            assertThat(PostOffice.text(mail))
                    .contains(link, "From: Visitor ")
                    .containsPattern("Waiting for [1-9] min")
                    .doesNotContain(mark);
            assertThat(PostOffice.page(mail))
                    .contains("<a href=\"" + link + "\"")
                    .doesNotContain(mark);
            assertThat(await(address(pia), 1)).allMatch(each -> isAbout(each, pias));

            nora.follow(read);
            nora.send(Frame.of("mark", "conversation", read, "delivered", 1, "seen", 1));
            late.tape().await("seen by Nora", frame -> frame.is("marked"));
            early.sayAndWait("still nobody? " + mark);
            late.sayAndWait("thank you for looking " + mark);
            List<MimeMessage> noras = await(address(nora), 3);
            assertThat(noras).filteredOn(each -> isAbout(each, read)).hasSize(2);
            assertThat(noras).filteredOn(each -> isAbout(each, unread)).hasSize(1);
            assertThat(post.to(address(pia))).hasSize(1);
            assertThat(post.to(address(otto))).isEmpty();
        }
    }

    private static void choose(DeskClient agent, String mails) {
        agent.sendAndWait(Frame.of("prefer", "ref", ChatClient.ref(), "name", "mail", "choice", mails), "preferred");
    }

    private static void goAway(DeskClient agent) {
        int from = agent.tape().size();
        agent.send(Frame.of("status", "status", "away"));
        agent.tape().await(from, "away", frame -> frame.is("status") && "away".equals(frame.text("status")));
    }

    /** Where his console says that he is written to. */
    private static String address(DeskClient agent) {
        String page = agent.session().get("console/inbox").body();
        Matcher told = ADDRESS.matcher(page);
        if (!told.find()) throw new AssertionError("no address in " + page);
        return told.group(1);
    }

    private static boolean isAbout(MimeMessage mail, String conversation) {
        return PostOffice.text(mail).lines().anyMatch(line -> line.endsWith("?c=" + conversation));
    }

    private static ChatClient visitor() {
        return ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
    }

    private static String answered(ChatClient visitor, String text) {
        try (DeskClient agent = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait(text).text("conversation");
            agent.follow(conversation);
            agent.sendAndWait(
                    Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", NOTE), "noted");
            agent.sayAndWait(conversation, "at your service");
            return conversation;
        }
    }

    private HttpResponse<String> order(ChatClient visitor, String conversation, String ref, String to) {
        return browser.post(
                path(conversation),
                Map.of("ref", ref, "address", to, "language", "de", "zone", "Europe/Vienna"),
                "Authorization",
                "Bearer " + visitor.token());
    }

    private static String path(String conversation) {
        return "widget/transcript/mail?site=" + Demo.SITE + "&conversation=" + conversation;
    }

    private static List<MimeMessage> await(String to, int count) {
        return post.await(to, count, server);
    }
}
