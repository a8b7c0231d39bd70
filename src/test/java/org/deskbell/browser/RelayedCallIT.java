package org.deskbell.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.deskbell.support.Coturn;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** S47: a call by a real TURN server alone, with the passwords Deskbell makes for it. */
class RelayedCallIT {
    private static final String SECRET = "the relay and we alone";
    /** A call gives up after 30 s. */
    private static final Duration GIVES_UP = Duration.ofSeconds(45);

    @RegisterExtension
    final People people = new People();

    @TempDir
    private Path folder;

    private Coturn relay;

    @BeforeEach
    void start() {
        relay = new Coturn(folder, SECRET);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void theTwoHearEachOtherByTheRelay() {
        try (ServerUnderTest server = knowing(SECRET)) {
            OverheardCall call = OverheardCall.at(people, server.address());
            call.call().join().connects().isHeard();
            for (Signals end : List.of(call.visitor(), call.agent())) {
                assertThat(end.ways()).isNotEmpty().allMatch(way -> way.contains(" typ relay "));
            }
        }
    }

    @Test
    void aPasswordTheRelayRefusesIsNoWay() {
        try (ServerUnderTest server = knowing("another secret than that")) {
            Call call = OverheardCall.at(people, server.address()).call().join();
            for (Locator end : List.of(call.visitors(), call.agents())) {
                assertThat(end)
                        .containsText(
                                "There is no way to connect",
                                new LocatorAssertions.ContainsTextOptions().setTimeout(GIVES_UP.toMillis()));
            }
            assertThat(relay.said()).contains("Cannot find credentials of user");
        }
    }

    private ServerUnderTest knowing(String secret) {
        return ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .with("deskbell.ice", relay.address())
                .with("deskbell.turn.secret", secret)
                .with("deskbell.ice.relay", true));
    }
}
