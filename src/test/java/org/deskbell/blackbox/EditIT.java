package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Transcript;
import org.junit.jupiter.api.Test;

/** C4: what an agent says otherwise reads so everywhere, and what it was before only agents read. */
class EditIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void everybodyReadsWhatAMessageSaysNowAndAgentsAloneWhatItSaidBefore() {
        String secret = "gate " + UUID.randomUUID();
        String draft = "or door " + UUID.randomUUID();
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = desk(Demo.AGENT);
                DeskClient chloe = desk(Demo.OTHER_AGENT);
                DeskClient ada = desk(Demo.ADMINISTRATOR)) {
            String conversation = visitor.sayAndWait("where from?").text("conversation");
            for (DeskClient each : List.of(ben, chloe, ada)) each.follow(conversation);
            Frame said = ben.sayAndWait(conversation, secret);
            long seq = said.number("seq");
            assertThat(said.has("edited")).isFalse();
            visitor.awaitText(secret);
            Await.until("his mark", () -> visitor.transcript().after() >= seq);

            for (DeskClient other : List.of(chloe, ada)) {
                assertThat(other.refusalOf(edit(conversation, seq, "mine"))).isEqualTo("not-yours");
            }
            assertThat(ben.refusalOf(edit(conversation, 1, "his"))).isEqualTo("unknown-message");
            assertThat(ben.refusalOf(edit(conversation, seq, " "))).isEqualTo("blank");
            assertThat(ben.refusalOf(edit(conversation, seq, "x".repeat(4_001))))
                    .isEqualTo("too-long");

            int heard = visitor.tape().size();
            Frame edit = edit(conversation, seq, draft);
            Frame first = ben.sendAndWait(edit, "edited");
            assertThat(first.text("was")).isEqualTo(secret);
            Frame told = visitor.tape().await(heard, "edited");
            assertThat(told.number("of")).isEqualTo(seq);
            assertThat(told.number("seq")).isEqualTo(first.number("seq"));
            assertThat(told.text("text")).isEqualTo(draft);
            assertThat(told.has("was")).isFalse();
            Frame second = ben.sendAndWait(edit(conversation, seq, "gate 7"), "edited");
            assertThat(second.text("was")).isEqualTo(draft);
            // A repeat is answered with what came of it, and says what the message says now.
            Frame repeated = ben.sendAndWait(edit, "edited");
            assertThat(repeated.number("seq")).isEqualTo(first.number("seq"));
            assertThat(repeated.text("text")).isEqualTo("gate 7");
            // No change is none.
            int mark = ben.tape().size();
            ben.send(edit(conversation, seq, "gate 7"));
            ben.tape().await(mark, "live");
            Await.until("the list's line", () -> chloe.awaitSummary(conversation)
                    .child("last")
                    .text("text")
                    .equals("gate 7"));

            long end = second.number("seq");
            try (ChatClient tab = visitor.tab(server);
                    DeskClient fresh = desk(Demo.OTHER_AGENT)) {
                tab.start();
                Await.until("everything", () -> tab.transcript().after() >= end);
                assertThat(tab.tape().all().toString()).doesNotContain(secret, draft);
                Frame now = tab.transcript().message(seq);
                assertThat(now.text("text")).isEqualTo("gate 7");
                assertThat(now.text("edited")).isEqualTo(second.text("at"));

                Transcript log = fresh.follow(conversation);
                assertThat(log.message(seq).text("text")).isEqualTo("gate 7");
                assertThat(log.entries().stream()
                                .filter(entry -> entry.is("edited"))
                                .map(entry -> entry.text("was")))
                        .containsExactly(secret, draft);
            }
            for (String format : List.of("text", "html")) {
                assertThat(visitor.saved(server, format))
                        .contains("gate 7", "edited")
                        .doesNotContain(secret, draft);
            }

            ben.awaitEntry(ben.ask("close", conversation), "closed", conversation);
            assertThat(ben.refusalOf(edit(conversation, seq, "too late"))).isEqualTo("not-open");
            // With the message all it ever said is gone.
            Frame remove = Frame.of("remove", "conversation", conversation, "ref", ChatClient.ref(), "of", seq);
            mark = ben.tape().size();
            ben.send(remove);
            ben.awaitEntry(mark, "removed", conversation);
            assertThat(ben.refusalOf(edit(conversation, seq, "again"))).isEqualTo("already-removed");
            try (DeskClient fresh = desk(Demo.OTHER_AGENT)) {
                fresh.follow(conversation);
                assertThat(fresh.tape().all().toString()).doesNotContain(secret, draft, "gate 7");
            }
        }
    }

    private DeskClient desk(String login) {
        return DeskClient.open(server, login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static Frame edit(String conversation, long of, String text) {
        return Frame.of("edit", "conversation", conversation, "ref", ChatClient.ref(), "of", of, "text", text);
    }
}
