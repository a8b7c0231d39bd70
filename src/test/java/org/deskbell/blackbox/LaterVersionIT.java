package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Postgres;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** During an upgrade a node meets what a later version has written: it passes over it and goes on. */
class LaterVersionIT {
    @Test
    void aKindOfEntryThatIsNotKnownIsPassedOver() throws SQLException {
        String store = Postgres.database();
        try (ServerUnderTest server =
                        ServerUnderTest.start(ServerSettings.fresh().store(store));
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            long seq;
            try (DeskClient agent = agent(server)) {
                agent.follow(conversation);
                seq = agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation)
                        .number("seq");
            }
            try (Connection connection = DriverManager.getConnection(store);
                    Statement update = connection.createStatement()) {
                assertThat(update.executeUpdate(
                                "update entry set kind = 'sung', text = 'la la' where kind = 'claimed' and conversation_id ="
                                        + " (select id from conversation where public_id = '" + conversation + "')"))
                        .isEqualTo(1);
            }
            try (DeskClient agent = agent(server);
                    ChatClient tab = visitor.tab(server.address()).start()) {
                agent.follow(conversation);
                agent.awaitText(conversation, "hello");
                agent.sayAndWait(conversation, "I am here");
                tab.awaitText("I am here");
                tab.sayAndWait("good");
                agent.awaitText(conversation, "good");
                assertThat(agent.tape().all().toString())
                        .contains("{\"type\":\"passed\",\"conversation\":\"" + conversation + "\",\"seq\":" + seq + "}")
                        .doesNotContain("la la");
                assertThat(visitor.saved(server.address(), "text"))
                        .contains("good")
                        .doesNotContain("la la");
            }
        }
    }

    private static DeskClient agent(ServerUnderTest server) {
        return DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
    }
}
