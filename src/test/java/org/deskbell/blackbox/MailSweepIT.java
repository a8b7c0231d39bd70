package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** M6: of which mails to agents is remembered that they were sent; looked for a minute after the start, and then every half hour. */
@Execution(ExecutionMode.CONCURRENT)
class MailSweepIT {
    private static final int A_DAY = 25;
    private static final int AN_HOUR = 1;

    /** The store has no agents of these numbers, and does not mind. */
    private int agent = 1_000;

    @Test
    void ofThoseADayOldOnlyTheOnesAboutWhatIsStillUnreadAndNoneOfThemWaits() throws SQLException {
        try (ServerUnderTest server = ServerUnderTest.start()) {
            String unread;
            String ended;
            try (ChatClient one = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                    ChatClient other = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                    DeskClient ben = DeskClient.open(server.address(), Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
                unread = one.sayAndWait("nobody looks at this").text("conversation");
                ended = other.sayAndWait("that is all").text("conversation");
                ben.follow(ended);
                ben.awaitEntry(ben.ask("claim", ended), "claimed", ended);
                ben.awaitEntry(ben.ask("close", ended), "closed", ended);
            }
            server.stop();
            try (Connection store = open(server);
                    Statement statement = store.createStatement()) {
                statement.execute(mail("still unread", unread, 0, A_DAY, false));
                statement.execute(mail("read since", unread, 1, A_DAY, false));
                statement.execute(mail("read just now", unread, 1, AN_HOUR, false));
                statement.execute(mail("ended", ended, 0, A_DAY, false));
                statement.execute(mail("waits too long", unread, 0, A_DAY, true));
                statement.execute(mail("waits", unread, 0, AN_HOUR, true));
            }

            server.run();
            Await.until("the sweep", Duration.ofMinutes(3), () -> server.log().stream()
                    .anyMatch(line -> line.contains("1 mails have waited for a mail session for a day")));
            server.stop();

            assertThat(server.store().rows("select id, address from agent_mail order by id"))
                    .extracting(row -> row.get(0) + ", " + row.get(1))
                    .containsExactly(
                            "read just now, null",
                            "still unread, null",
                            "waits, nora@example.com",
                            "waits too long, null");
            assertThat(server.store().count("select count(*) from agent_mail where next_at is not null"))
                    .isEqualTo(1);
        }
    }

    /** One about this conversation, in which agents have read so much more or less since, ordered so many hours ago. */
    private String mail(String id, String conversation, int since, int hours, boolean waits) {
        return """
        insert into agent_mail (id, conversation_id, agent_id, seen, address, language, ordered_at, tries, next_at)
        select '%s', id, %d, agent_seen - %d, case when %b then 'nora@example.com' end, 'en',
        current_timestamp - interval '%d' hour, 0, case when %b then current_timestamp end
        from conversation where public_id = '%s'"""
                .formatted(id, agent++, since, waits, hours, waits, conversation);
    }

    private static Connection open(ServerUnderTest server) throws SQLException {
        return server.sharesItsStore()
                ? DriverManager.getConnection(server.database())
                : DriverManager.getConnection(
                        "jdbc:h2:file:" + server.data().resolve("deskbell") + ";MODE=PostgreSQL;IFEXISTS=TRUE",
                        "deskbell",
                        "");
    }
}
