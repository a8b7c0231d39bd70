package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Helping.event;
import static org.deskbell.support.Helping.got;
import static org.deskbell.support.Helping.ofPage;
import static org.deskbell.support.Helping.passedOn;

import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Frame;
import org.deskbell.support.Helping;
import org.deskbell.support.TwoNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Assistance where the visitor who is helped is on one node and the agent on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AcrossNodes {

    private final TwoNodes.Line line;
    private TwoNodes nodes;

    AcrossNodes(TwoNodes.Line line) {
        this.line = line;
    }

    @BeforeAll
    void start() {
        nodes = TwoNodes.by(line);
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void thePageGoesOneWayAndThePointerTheOtherUntilItIsStopped() {
        try (Helping two = Helping.open(nodes.a(), nodes.b(), Carrier.WEBSOCKET)) {
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
        try (Helping two = Helping.open(nodes.a(), nodes.b(), Carrier.WEBSOCKET)) {
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
