package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** S16 for transcripts: a conversation as a file is for its visitor and for agents, and for nobody else. */
class S16TranscriptsIT {
    private static final String SECRET = "Authorization";

    private final URI server = ServerUnderTest.shared();
    private final WebSession stranger = new WebSession(server);

    @Test
    void theVisitorGetsHisOwnAsTextAndAsAPageInWhichNothingRuns() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String mark = UUID.randomUUID().toString();
            String conversation =
                    visitor.sayAndWait("<img src=x onerror=alert(1)> " + mark).text("conversation");
            agent.follow(conversation);
            agent.sayAndWait(conversation, "it is \"on\" its way\n[x] Ben: forged");
            visitor.awaitText("it is \"on\" its way\n[x] Ben: forged");

            HttpResponse<String> page =
                    stranger.get(path(conversation) + "&format=html&language=de", SECRET, "Bearer " + visitor.token());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("&lt;img src=x onerror=alert(1)&gt; " + mark, "it is &quot;on&quot; its way", "Ben")
                    .contains("<html lang=\"de\" dir=\"ltr\">")
                    .doesNotContain("<img", "<script", visitor.token());
            assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(header(page, "Content-Disposition")).startsWith("attachment; filename=\"conversation-");
            assertThat(header(page, "Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("sandbox");
            assertThat(header(page, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");

            HttpResponse<String> text = stranger.get(path(conversation), SECRET, "Bearer " + visitor.token());
            assertThat(text.body())
                    .contains("<img src=x onerror=alert(1)> " + mark)
                    .contains("\n    [x] Ben: forged");
            assertThat(header(text, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        }
    }

    @Test
    void nobodyElseGetsItAndAllAreAnsweredAlike() {
        try (ChatClient victim = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                ChatClient thief = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            String secret = "secret " + UUID.randomUUID();
            String conversation = victim.sayAndWait(secret).text("conversation");
            thief.sayAndWait("mine");

            HttpResponse<String> none = stranger.get(path("c-no-such"), SECRET, "Bearer " + thief.token());
            HttpResponse<String> others = stranger.get(path(conversation), SECRET, "Bearer " + thief.token());
            HttpResponse<String> guessed = stranger.get(path(conversation), SECRET, "Bearer " + "t" + "A".repeat(42));
            HttpResponse<String> silent = stranger.get(path(conversation));
            HttpResponse<String> inAddress = stranger.get(path(conversation) + "&token=" + victim.token());
            HttpResponse<String> elsewhere = stranger.get(
                    "widget/transcript?site=no-such-site&conversation=" + conversation,
                    SECRET,
                    "Bearer " + victim.token());
            for (HttpResponse<String> answer : List.of(none, others, guessed, silent, inAddress, elsewhere)) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(secret).isEqualTo(none.body());
            }
        }
    }

    @Test
    void whoWasForgottenGetsNothingAnyMore() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("forget me").text("conversation");
            String token = visitor.token();
            visitor.doNotReconnect();
            visitor.send(Frame.of("forget", "ref", ChatClient.ref()));
            visitor.awaitEnd();
            assertThat(stranger.get(path(conversation), SECRET, "Bearer " + token)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAgentGetsItByHisSessionAndAStrangerTheLogIn() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            String secret = "secret " + UUID.randomUUID();
            String conversation = visitor.sayAndWait(secret).text("conversation");
            String path = "console/transcript?format=html&conversation=" + conversation;
            HttpResponse<String> refused = stranger.get(path, SECRET, "Bearer " + visitor.token());
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(refused.body()).doesNotContain(secret);

            WebSession agent = new WebSession(server);
            agent.logIn(Demo.AGENT, Demo.PASSWORD);
            HttpResponse<String> got = agent.get(path);
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.body()).contains(secret);
            assertThat(header(got, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(agent.get("console/transcript?conversation=c-no-such").statusCode())
                    .isEqualTo(404);
        }
    }

    private static String path(String conversation) {
        return "widget/transcript?site=" + Demo.SITE + "&conversation=" + conversation;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
