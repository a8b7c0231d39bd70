package org.deskbell.blackbox;

import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL, without Redis: the visitor is on one, the agent on the other. */
class TwoNodesIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private static ServerUnderTest a;
    private static ServerUnderTest b;

    @BeforeAll
    static void start() {
        String store = Postgres.database();
        a = ServerUnderTest.start(ServerSettings.fresh().roomy().store(store));
        b = ServerUnderTest.start(ServerSettings.fresh().roomy().store(store));
        Await.until("they know each other", () -> knowsAnother(a) && knowsAnother(b));
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
    }

    private static boolean knowsAnother(ServerUnderTest server) {
        return server.log().stream().anyMatch(line -> line.matches(".*Node [0-9a-f]+ is there.*"));
    }

    @Test
    void wordsGoBothWaysWithinASecond() {
        try (ChatClient visitor = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient agent = DeskClient.open(b.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            Await.until("the list on the other node", Duration.ofSeconds(2), () -> agent.inbox()
                    .containsKey(conversation));
            agent.follow(conversation);
            for (int i = 0; i < 5; i++) {
                String question = "question " + i;
                visitor.sayAndWait(question);
                Await.until(question + " at the agent", A_SECOND, () -> agent.transcript(conversation)
                        .texts()
                        .contains(question));
                String answer = "answer " + i;
                agent.sayAndWait(conversation, answer);
                Await.until(answer + " at the visitor", A_SECOND, () -> visitor.transcript()
                        .texts()
                        .contains(answer));
            }
        }
    }

    @Test
    void aConversationBegunInOneTabAppearsInTheOtherTabOnTheOtherNode() {
        try (ChatClient one = ChatClient.open(a.address(), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient other = one.tab(b.address()).start()) {
            one.sayAndWait("begun here");
            Await.until("the other tab", Duration.ofSeconds(2), () -> other.transcript()
                    .texts()
                    .contains("begun here"));
        }
    }
}
