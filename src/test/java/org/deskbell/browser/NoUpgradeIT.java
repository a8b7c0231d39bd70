package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F36: a proxy that lets no WebSocket through. Widget and console find their way over HTTP by themselves. */
class NoUpgradeIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void peopleTalkOverHttpWhereTheUpgradeIsRefused() {
        ServerSettings settings = ServerSettings.fresh().roomy();
        try (ChaosProxy proxy = new ChaosProxy(settings.address(), 36);
                ServerUnderTest server = ServerUnderTest.start(settings.with("deskbell.address", proxy.address()))) {
            assertThat(server.isAlive()).isTrue();
            proxy.refuseUpgrade();
            Widget visitor = people.visitorAt(proxy.address() + "demo/index.html");
            List<String> polled = new ArrayList<>();
            visitor.page().onRequest(request -> {
                if (request.url().contains("/carrier/chat")) polled.add(request.url());
            });
            visitor.open().sayAndWait("no sockets here");
            Inbox agent = people.agentAt(proxy.address(), Demo.AGENT);
            agent.pick("no sockets here").sayAndWait("I hear you");
            assertThat(visitor.message("I hear you")).isVisible();
            assertThat(polled).isNotEmpty();
        }
    }
}
