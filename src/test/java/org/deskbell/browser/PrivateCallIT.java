package org.deskbell.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deskbell.support.Net;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** S46: where calls go by relays alone, neither end tells the other an address of its own. */
class PrivateCallIT {

    @RegisterExtension
    final People people = new People();

    @Test
    void noAddressOfEitherEndGoesOverTheSocket() {
        try (ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh()
                .roomy()
                .with("deskbell.ice", "turn:127.0.0.1:" + Net.freePort() + "?transport=tcp")
                .with("deskbell.turn.secret", "nobody is there to know it")
                .with("deskbell.ice.relay", true))) {
            OverheardCall call = OverheardCall.at(people, server.address());
            call.call().join();
            assertThat(List.of(call.visitor().ways(), call.agent().ways())).containsOnly(List.of());
        }
    }
}
