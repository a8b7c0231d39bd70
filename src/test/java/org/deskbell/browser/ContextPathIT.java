package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same WAR below a path of two names, on a server where the rest of the site may be somebody else's. */
class ContextPathIT {
    private static final String PATH = "/help/desk";

    private static ServerUnderTest server;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(ServerSettings.fresh().roomy().path(PATH));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFirstPageLeadsToTheConsoleAndALogOutBackOut() {
        BrowserContext person = people.person();
        Page page = person.newPage();
        page.navigate(server.address().toString());
        assertThat(page).hasURL(server.address() + "login?next=console%2Finbox");
        People.logIn(page, server.address(), Demo.ADMINISTRATOR, Demo.PASSWORD);
        new Inbox(page).ready();
        assertThat(page).hasURL(server.address() + "console/inbox");
        page.getByLabel("Sites").click();
        page.getByText("Fernweh").first().click();
        assertThat(page.locator("h1")).containsText("Fernweh");
        page.locator(".rail button").last().click();
        assertThat(page).hasURL(server.address() + "login?why=out");
        assertThat(person.cookies()).noneMatch(cookie -> cookie.path.equals("/"));
    }

    @Test
    void aVisitorRingsAndAnAgentAnswers() {
        Widget visitor = people.visitorAt(server.address() + "demo/index.html").open();
        visitor.sayAndWait("below a path");
        Inbox agent = people.agentAt(server.address(), Demo.AGENT);
        agent.pick("below a path").sayAndWait("and heard");
        assertThat(visitor.message("and heard")).isVisible();
    }

    @Test
    void theHttpCarrierAndWhatMonitorsAskAreThereToo() {
        try (ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.HTTP)) {
            visitor.sayAndWait("without a socket");
        }
        WebSession monitor = new WebSession(server.address());
        assertThat(monitor.get("health/ready").statusCode()).isEqualTo(200);
        assertThat(monitor.get("no-such-page").body()).contains("href=\"" + PATH);
    }

    @Test
    void cookiesAreBoundToThePath() {
        WebSession agent = new WebSession(server.address());
        HttpResponse<String> in = agent.tryLogIn(Demo.AGENT, Demo.PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("path=" + PATH));
        assertThat(agent.post("logout", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith(PATH + "/login?why=out"));
    }
}
