package org.deskbell.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChaosProxy;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A lost node, F30 of the list of faults: one of two nodes is killed in the middle of the talk; a balancer sends its clients to the other. */
@Execution(ExecutionMode.CONCURRENT)
class F19LostNodeIT {

    /** The product's own is 30 s; a shorter one keeps the default run short. */
    private static final int DEAD = Integer.getInteger("faults.node.dead", 8);

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void nothingIsLostAndTheLostAgentsConversationsWaitAgain() {
        String store = Postgres.database();
        List<ServerUnderTest> both = ServerUnderTest.together(settings(store), settings(store));
        try (ServerUnderTest a = both.get(0);
                ServerUnderTest b = both.get(1);
                ChaosProxy balancer = new ChaosProxy(a.address(), 19);
                ChatClient visitor = ChatClient.open(b.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient lost = DeskClient.open(a.address(), Demo.OTHER_AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                Workload work = new Workload(Carrier.WEBSOCKET)
                        .begin(balancer.address(), b.address(), Workload.CONVERSATIONS)) {
            String waiting = visitor.sayAndWait("hello").text("conversation");
            lost.follow(waiting);
            lost.awaitEntry(lost.ask("claim", waiting), "claimed", waiting);
            work.talk(Workload.MESSAGES, Workload.PER_SECOND);
            Await.until("a third", Duration.ofMinutes(5), () -> work.said() >= Workload.MESSAGES / 3);
            lost.vanish();
            balancer.leadTo(b.address());
            a.kill();
            long killed = System.nanoTime();
            visitor.tape().await(0, "released", Duration.ofSeconds(45), frame -> frame.is("released"));
            long seconds = (System.nanoTime() - killed) / 1_000_000_000L;
            String result = work.settle().verify(b);
            assertThat(visitor.tape().all("released")).hasSize(1);
            FaultReport.add(
                    "lost node",
                    "kill -9 of one of two nodes, visitors go to the other, dead after " + DEAD + " s",
                    result + "; the lost agent's conversation waits again after " + seconds + " s, once");
        }
    }

    private static ServerSettings settings(String store) {
        return ServerSettings.fresh().unlimited().store(store).with("deskbell.node.dead", DEAD);
    }
}
