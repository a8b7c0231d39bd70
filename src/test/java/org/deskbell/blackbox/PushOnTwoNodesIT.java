package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Postgres;
import org.deskbell.support.PushBrowser;
import org.deskbell.support.PushService;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two nodes are one house to push services, and call an agent once. */
@Execution(ExecutionMode.CONCURRENT)
class PushOnTwoNodesIT {
    private final PushService service = new PushService();

    @Test
    void theyHaveOneKeyAndCallOnceWhoHasAConsoleAtNeither() {
        String store = Postgres.database();
        List<ServerUnderTest> nodes = ServerUnderTest.together(settings(store), settings(store));
        try (service) {
            WebSession a = session(nodes.get(0), Demo.AGENT);
            WebSession b = session(nodes.get(1), Demo.OTHER_AGENT);
            assertThat(a.get("console/push").body())
                    .contains("\"key\"")
                    .isEqualTo(b.get("console/push").body());
            PushBrowser ben = subscribed(a);
            PushBrowser chloe = subscribed(b);
            // What was switched on at the other node is known here some seconds later at the latest.
            Await.until("both are called from both", () -> nodes.stream()
                    .map(node -> called(node, "hello"))
                    .allMatch(conversation -> reaches(ben, conversation) & reaches(chloe, conversation)));
            try (DeskClient desk =
                    DeskClient.of(nodes.get(0).address(), a, Carrier.WEBSOCKET).start()) {
                Await.until("the other node knows that he is here", () -> {
                    String conversation = called(nodes.get(1), "anybody?");
                    Await.until("she is called", () -> count(chloe, conversation) == 1);
                    return count(ben, conversation) == 0;
                });
                assertThat(desk.agent().text("id")).isNotEmpty();
            }
            assertThat(service.of(ben))
                    .extracting(taken -> ben.read(taken.body()).getString("conversation"))
                    .doesNotHaveDuplicates();
        } finally {
            nodes.forEach(ServerUnderTest::close);
        }
    }

    private boolean reaches(PushBrowser browser, String conversation) {
        try {
            Await.until("a call", Duration.ofSeconds(3), () -> count(browser, conversation) > 0);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private long count(PushBrowser browser, String conversation) {
        return service.of(browser).stream()
                .filter(taken ->
                        browser.read(taken.body()).getString("conversation").equals(conversation))
                .count();
    }

    private static String called(ServerUnderTest node, String text) {
        try (ChatClient visitor = ChatClient.open(node.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            return visitor.sayAndWait(text).text("conversation");
        }
    }

    private PushBrowser subscribed(WebSession session) {
        PushBrowser browser = service.browser();
        assertThat(session.post("console/push", browser.asking("keep")).statusCode())
                .isEqualTo(204);
        return browser;
    }

    private static WebSession session(ServerUnderTest node, String login) {
        WebSession session = new WebSession(node.address());
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    private ServerSettings settings(String store) {
        return ServerSettings.fresh()
                .roomy()
                .store(store)
                .with("deskbell.push.subject", "https://desk.example")
                .with("deskbell.push.hosts", service.host());
    }
}
