package org.deskbell.bench;

import java.util.stream.Stream;
import org.deskbell.support.Demo;

/**
 * A database with years of talk in it: conversations of ten entries (every thousandth has 300), two for each visitor, over fifty agents. The
 * newest are open; how many of those does not depend on how many there are in all, as it does not in life.
 */
final class HistoryFill {
    static final int OPEN = Integer.getInteger("bench.open", 2_000);
    static final int ENTRIES = 10;
    static final int MANY_ENTRIES = 300;

    /** Every so manieth conversation is a long one. */
    static final int LONG = 1_000;

    private static final long FIRST = 1_000_000;
    private static final int AGENTS = 50;

    private HistoryFill() {}

    static String conversation(int number) {
        return "history-c-" + number;
    }

    /** The secret of the browser of the visitor of a conversation. */
    static String token(int conversation) {
        return "history-t-" + (conversation + 1) / 2;
    }

    static void fill(String database, int conversations) {
        String known = "(select id from site where site_key = 'demo')";
        String owner = "(FIRST + i % " + AGENTS + ")";
        String last = "(case when i % " + LONG + " = 0 then " + MANY_ENTRIES + " else " + ENTRIES + " end)";
        String isOpen = "i > " + (conversations - OPEN);
        String began = "now() - (" + conversations + " - i) * interval '30 seconds' - interval '1 hour'";
        DurablePostgres.execute(
                database,
                Stream.of(
                                "insert into agent (id, login, name, role, created_at) select FIRST + i, 'history-' || i || '@example.com',"
                                        + " 'Agent ' || i, 'agent', now() from generate_series(0, " + (AGENTS - 1)
                                        + ") i",
                                "insert into visitor (id, public_id, site_id, name, attributes, language, zone, browser, page_url,"
                                        + " page_title, first_seen_at, last_seen_at) select FIRST + i, 'history-v-' || i, SITE, 'Visitor ' || i,"
                                        + " '{}', 'en', 'Europe/Berlin', 'Firefox on Linux', 'https://shop.example/parcels/' || i, 'Parcels',"
                                        + " now(), now() from generate_series(1, " + (conversations + 1) / 2 + ") i",
                                "insert into visitor_token (token_hash, visitor_id, created_at) select"
                                        + " encode(sha256(('history-t-' || i)::bytea), 'hex'), FIRST + i, now()"
                                        + " from generate_series(1, " + (conversations + 1) / 2 + ") i",
                                "insert into conversation (id, public_id, site_id, visitor_id, visitor_public_id, status, owner_id, last_seq,"
                                        + " unread, last_message_seq, last_message_by, last_message, last_message_at, started_at, changed_at,"
                                        + " queued_at, waiting_since, closed_at) select FIRST + i, 'history-c-' || i, SITE, FIRST + (i + 1) / 2,"
                                        + " 'history-v-' || (i + 1) / 2, case when OPEN then 'open' else 'closed' end,"
                                        + " case when OPEN then null else OWNER end, LAST, 0, LAST, 'agent', 'It is on its way.',"
                                        + " BEGAN + interval '10 minutes', BEGAN, BEGAN + interval '10 minutes', BEGAN,"
                                        + " case when OPEN then BEGAN end, case when OPEN then null else BEGAN + interval '10 minutes' end"
                                        + " from generate_series(1, " + conversations + ") i",
                                "insert into entry (conversation_id, seq, kind, at, by_kind, by_id, by_name, ref, text)"
                                        + " select FIRST + i, seq, 'posted', BEGAN + seq * interval '1 second',"
                                        + " case when seq % 2 = 1 then 'visitor' else 'agent' end,"
                                        + " FIRST + case when seq % 2 = 1 then (i + 1) / 2 else i % " + AGENTS
                                        + " end, 'Somebody',"
                                        + " lpad(i::text, 10, '0') || '-' || seq,"
                                        + " 'Line ' || seq || ' of ' || i || ': where is my parcel, it should have been here by now'"
                                        + " from generate_series(1, " + conversations
                                        + ") i, generate_series(1, LAST) seq",
                                "select setval('conversation_ids', FIRST + " + (conversations + 1) + ")",
                                "select setval('visitor_ids', FIRST + " + (conversations + 1) + ")",
                                "select setval('agent_ids', FIRST + 1000)",
                                "vacuum (analyze)",
                                "checkpoint")
                        .map(sql -> sql.replace("SITE", known)
                                .replace("OWNER", owner)
                                .replace("FIRST", String.valueOf(FIRST))
                                .replace("OPEN", isOpen)
                                .replace("LAST", last)
                                .replace("BEGAN", began))
                        .toArray(String[]::new));
    }

    /** Two of three open ones become the agent's whose consoles ask. */
    static void handOver(String database) {
        DurablePostgres.execute(
                database,
                "update conversation set owner_id = (select id from agent where login = '" + Demo.AGENT + "')"
                        + " where status = 'open' and id % 3 <> 0");
    }
}
