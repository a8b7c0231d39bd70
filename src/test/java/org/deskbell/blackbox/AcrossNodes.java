package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.event;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.ofPage;
import static org.deskbell.support.Helping.passedOn;

import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Assistance where the visitor who is helped is on one node and the agent on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AcrossNodes {

    private ServerUnderTest a;
    private ServerUnderTest b;

    abstract ServerSettings settings();

    /** Whether they say to each other what they would not keep. */
    abstract boolean speaks(ServerUnderTest node);

    @BeforeAll
    void start() {
        List<ServerUnderTest> both = ServerUnderTest.together(settings(), settings());
        a = both.get(0);
        b = both.get(1);
        Await.until("they know each other", () -> speaks(a) && speaks(b));
    }

    @AfterAll
    void stop() {
        a.close();
        b.close();
    }

    @Test
    void thePageGoesOneWayAndThePointerTheOtherUntilItIsStopped() {
        try (Helping two = Helping.open(a.address(), b.address(), Carrier.WEBSOCKET)) {
            String request = two.allowed("see", "point");
            two.watch(request);
            String large = "p".repeat(24_000);
            for (int n = 1; n <= 30; n++) two.visitor.send(ofPage(large, n));
            Await.until("all of the page", () -> two.agent.tape().all("assist").size() == 30);
            assertThat(two.agent.tape().all("assist"))
                    .extracting(frame -> frame.number("n"))
                    .isSorted();
            two.agent.send(two.toVisitor(request, "point", "{\"off\":true}"));
            passedOn(two.visitor.tape(), 0, "point");

            two.visitor.send(Frame.of("stop", "ref", ChatClient.ref()));
            event(two.agent.tape(), "stopped", request);
            Await.until("no more pointing", () -> Helping.refusal(
                            two.agent.tape(), () -> two.agent.send(two.toVisitor(request, "point", "{\"late\":true}")))
                    .equals("not-allowed"));
            assertThat(got(two.visitor.tape(), "{\"late\":true}")).isFalse();
        }
    }

    @Test
    void whoReleasesThereHasNothingHere() {
        try (Helping two = Helping.open(a.address(), b.address(), Carrier.WEBSOCKET)) {
            String request = two.allowed("see");
            two.agent.ask("release", two.conversation);
            assertThat(event(two.visitor.tape(), "stopped", request).text("why"))
                    .isEqualTo("owner");
            assertThat(two.visitor.tape().all("assisted")).hasSize(3);
            assertThat(Helping.refusal(two.visitor.tape(), () -> two.visitor.send(ofPage("x", 1))))
                    .isEqualTo("not-allowed");
        }
    }
}
