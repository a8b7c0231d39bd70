package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Agents beside the owner of a conversation when their server is killed: those who come back are still in it, see {@link JoinIT}. */
@Execution(ExecutionMode.CONCURRENT)
class JoinedAndKilledIT {
    /** Longer than a console has after a restart to come back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whoComesBackIsStillInItAndWhoDoesNotHasLeft() {
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().roomy());
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ada = desk(server, Demo.ADMINISTRATOR);
                DeskClient ben = desk(server, Demo.AGENT);
                DeskClient chloe = desk(server, Demo.OTHER_AGENT)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            for (DeskClient each : List.of(ada, ben, chloe)) each.follow(conversation);
            ada.awaitEntry(ada.ask("claim", conversation), "claimed", conversation);
            for (DeskClient each : List.of(ben, chloe)) join(each, conversation);
            Stream.of(visitor, ada, ben).forEach(each -> each.hurry(Duration.ofSeconds(1)));
            chloe.doNotReconnect();
            server.kill();
            server.run();

            Await.until("somebody has left", PATIENCE, () -> !left(visitor).isEmpty());
            ben.sayAndWait(conversation, "Ben is still here");
            visitor.awaitText("Ben is still here");
            assertThat(left(visitor)).containsExactly("Chloe");
            Await.until("Ben beside Ada", () -> {
                Frame line = ada.inbox().get(conversation);
                return line.child("owner").text("name").equals("Ada")
                        && line.children("joined").stream()
                                .map(each -> each.text("name"))
                                .toList()
                                .equals(List.of("Ben"));
            });
        }
    }

    private static void join(DeskClient agent, String conversation) {
        int mark = agent.tape().size();
        agent.send(Frame.of("join", "conversation", conversation, "ref", ChatClient.ref(), "on", true));
        String id = agent.agent().text("id");
        agent.tape()
                .await(
                        mark,
                        "joined",
                        frame -> frame.is("joined")
                                && frame.child("by").text("id").equals(id));
    }

    /** The names of those of whom the visitor was told. */
    private static List<String> left(ChatClient visitor) {
        return visitor.tape().all("left").stream()
                .map(each -> each.child("by").text("name"))
                .toList();
    }

    private static DeskClient desk(ServerUnderTest server, String login) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }
}
