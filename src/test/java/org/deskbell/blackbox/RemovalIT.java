package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.FileCarrier;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** C5: what an agent takes back is gone, for everybody and wherever one looks. */
class RemovalIT {

    @Test
    void whatWasRemovedIsGoneFromEveryScreenFileAndRowAndNobodyElseRemovesIt() {
        String secret = "card 4111 " + UUID.randomUUID();
        ServerUnderTest server = ServerUnderTest.start();
        try (server;
                ChatClient visitor = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ben = desk(server, Demo.AGENT);
                DeskClient chloe = desk(server, Demo.OTHER_AGENT);
                DeskClient ada = desk(server, Demo.ADMINISTRATOR)) {
            String conversation = visitor.sayAndWait("my card?").text("conversation");
            for (DeskClient each : List.of(ben, chloe, ada)) each.follow(conversation);
            FileCarrier files = FileCarrier.of(server.address(), ben.session(), conversation);
            Frame file = files.told("card.txt", secret.getBytes(StandardCharsets.UTF_8));
            String ref = ChatClient.ref();
            ben.send(Frame.of("post", "conversation", conversation, "ref", ref, "text", secret)
                    .with(
                            "files",
                            Json.createArrayBuilder().add(file.text("id")).build()));
            Frame said = ben.tape().await("posted", frame -> ref.equals(frame.text("ref")));
            long seq = said.number("seq");
            visitor.awaitText(secret);
            chloe.awaitText(conversation, secret);
            FileCarrier his = FileCarrier.of(server.address(), Demo.SITE, visitor);
            assertThat(his.fetch(file.text("id")).statusCode()).isEqualTo(200);

            Frame remove = remove(conversation, seq);
            assertThat(chloe.refusalOf(remove)).isEqualTo("not-yours");
            assertThat(chloe.refusalOf(remove(conversation, 1))).isEqualTo("unknown-message");
            int mark = visitor.tape().size();
            visitor.send(Frame.of("remove", "ref", ChatClient.ref(), "of", seq));
            assertThat(visitor.tape().await(mark, "refused").text("reason")).isEqualTo("unknown-type");

            int seen = visitor.tape().size();
            Frame removed = ben.sendAndWait(remove, "removed");
            assertThat(removed.number("of")).isEqualTo(seq);
            assertThat(removed.child("by").text("name")).isEqualTo("Ben");
            assertThat(visitor.tape().await(seen, "removed").number("of")).isEqualTo(seq);
            assertThat(ben.sendAndWait(remove, "removed").number("seq")).isEqualTo(removed.number("seq"));
            assertThat(ada.refusalOf(remove(conversation, seq))).isEqualTo("already-removed");
            Await.until("the list's line to be empty", () -> chloe.awaitSummary(conversation)
                    .child("last")
                    .text("text")
                    .isEmpty());
            assertThat(his.fetch(file.text("id")).statusCode()).isEqualTo(404);
            assertThat(files.fetch(file.text("id")).statusCode()).isEqualTo(404);

            // An administrator removes what an agent said, whoever has it.
            long other = ben.sayAndWait(conversation, "also " + secret).number("seq");
            assertThat(ada.sendAndWait(remove(conversation, other), "removed")
                            .child("by")
                            .text("name"))
                    .isEqualTo("Ada");

            try (ChatClient tab = visitor.tab(server.address());
                    DeskClient fresh = desk(server, Demo.OTHER_AGENT)) {
                tab.start();
                Await.until("everything", () -> tab.transcript().after() > other);
                fresh.follow(conversation);
                fresh.send(Frame.of("before", "conversation", conversation, "seq", other, "limit", 50));
                Frame older = fresh.tape().await("older");
                for (Object told : List.of(tab.tape().all(), fresh.tape().all(), older))
                    assertThat(told.toString()).doesNotContain(secret, "card.txt");
                assertThat(fresh.transcript(conversation).messages().stream()
                                .filter(message -> message.flag("removed"))
                                .map(message -> message.number("seq")))
                        .containsExactly(seq, other);
                assertThat(visitor.saved(server.address(), "text"))
                        .contains("* Message removed")
                        .doesNotContain(secret, "card.txt");
                assertThat(visitor.saved(server.address(), "html"))
                        .contains("Message removed")
                        .doesNotContain(secret, "card.txt");
            }
            server.stop();
            assertThat(server.store()
                            .count("select count(*) from entry where text like '%" + secret
                                    + "%' or files is not null"))
                    .isZero();
            assertThat(server.store()
                            .count("select count(*) from conversation where last_message like '%" + secret + "%'"))
                    .isZero();
        }
    }

    private static DeskClient desk(ServerUnderTest server, String login) {
        return DeskClient.open(server.address(), login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static Frame remove(String conversation, long of) {
        return Frame.of("remove", "conversation", conversation, "ref", ChatClient.ref(), "of", of);
    }
}
