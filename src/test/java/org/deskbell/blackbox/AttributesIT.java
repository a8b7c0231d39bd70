package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.function.Predicate;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a website's page says of its customer and of his conversation: kept, seen by agents at once, taken back, forgotten, believed by nobody (D10). */
class AttributesIT {
    private final URI server = ServerUnderTest.shared();
    private String site;
    private DeskClient ada;

    @BeforeEach
    void adaWorks() {
        site = new House(server).site();
        ada = DeskClient.open(server, Demo.ADMINISTRATOR, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    @AfterEach
    void adaLeaves() {
        ada.close();
    }

    @Test
    void whatIsSaidBeforeTheConversationIsKeptWithItAndLaterChangesAreSeenAtOnce() {
        try (ChatClient visitor = saying("about", said("order", "4711", "step", "cart"))) {
            int mark = ada.tape().size();
            String conversation = visitor.sayAndWait("where is it?").text("conversation");
            ada.follow(conversation);
            card(mark, conversation, "the order", about -> "4711".equals(about.text("order")));

            mark = ada.tape().size();
            visitor.send(Frame.of("identify", "about", said("order", null, "step", "paid")));
            Frame now = card(mark, conversation, "the step", about -> "paid".equals(about.text("step")));
            assertThat(now.child("about").has("order")).isFalse();
            assertThat(now.flag("verified")).isFalse();
            assertThat(visitor.tape().all().toString()).doesNotContain("4711", "\"about\"");
        }
    }

    @Test
    void whatIsSaidOfTheCustomerStaysWithoutBeingSaidAgainAndIsTakenBackByNull() {
        try (ChatClient visitor = saying("attributes", said("plan", "gold", "trial", "true"))) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            try (ChatClient later = visitor.tab(server).start()) {
                int mark = ada.tape().size();
                ada.follow(conversation);
                Frame card = ada.awaitEntry(mark, "opened", conversation).child("visitor");
                assertThat(card.child("attributes").text("plan")).isEqualTo("gold");
                assertThat(card.has("about")).isFalse();

                later.send(Frame.of("identify", "attributes", said("trial", null)));
                Frame now = awaitCard(mark, conversation, "without the trial", one -> !one.child("attributes")
                        .has("trial"));
                assertThat(now.child("attributes").text("plan")).isEqualTo("gold");
            }
        }
    }

    @Test
    void ofSeveralPagesTheOneOnWhichHeWritesSaysWhatItIsAbout() {
        try (ChatClient first = saying("about", said("page", "first"));
                ChatClient second = first.tab(server)
                        .saying(hello -> hello.with("about", said("page", "second")))
                        .start()) {
            int mark = ada.tape().size();
            String conversation = second.sayAndWait("from the second").text("conversation");
            first.awaitText("from the second");
            ada.follow(conversation);
            Frame card = card(mark, conversation, "the page", about -> about.has("page"));
            assertThat(card.child("about").text("page")).isEqualTo("second");
        }
    }

    @Test
    void whatThereIsNoRoomForIsRefusedAndWhatWasKeptStays() {
        try (ChatClient visitor = saying("about", many("a"))) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            int mark = ada.tape().size();
            ada.follow(conversation);
            card(mark, conversation, "the first", about -> about.has("a0"));
            visitor.send(Frame.of("identify", "about", many("b"), "attributes", many("v")));
            card(mark, conversation, "the second", about -> about.has("b0"));
            for (Frame more : new Frame[] {
                Frame.of("identify", "about", many("c")),
                Frame.of("identify", "attributes", many("w")),
                Frame.of("identify", "attributes", many("x"))
            }) {
                visitor.send(more);
            }
            assertThat(visitor.tape().await("refused").text("reason")).isEqualTo("too-many-attributes");
            visitor.send(Frame.of("identify", "about", said("a0", "changed")));
            Frame now = card(mark, conversation, "the change", about -> "changed".equals(about.text("a0")));
            assertThat(now.child("about").names()).hasSize(40);
            assertThat(now.child("attributes").names()).hasSize(40);
        }
    }

    @Test
    void whatCannotBeKeptOrReadIsLeftOutAndTheRestIsHarmlessText() {
        JsonObject poison = said(
                "nul",
                "a\0b",
                " ",
                "blank",
                "two\nlines",
                "name",
                "sql",
                "'; drop table visitor; --",
                "__proto__",
                "{}");
        try (ChatClient visitor = saying("about", poison)) {
            int mark = ada.tape().size();
            String conversation = visitor.sayAndWait("hello").text("conversation");
            ada.follow(conversation);
            Frame card = card(mark, conversation, "the rest", about -> about.has("sql"));
            assertThat(card.child("about").names()).containsExactlyInAnyOrder("sql", "__proto__");
            assertThat(card.child("about").text("sql")).isEqualTo("'; drop table visitor; --");
        }
    }

    @Test
    void whoIsForgottenHasNoneOfItLeft() {
        try (ChatClient visitor = saying("about", said("order", "4711"))) {
            visitor.send(Frame.of("identify", "attributes", said("plan", "gold")));
            int mark = ada.tape().size();
            String conversation = visitor.sayAndWait("hello").text("conversation");
            ada.follow(conversation);
            card(mark, conversation, "the order", about -> about.has("order"));
            visitor.doNotReconnect();
            visitor.send(Frame.of("forget", "ref", ChatClient.ref()));
            visitor.tape().await("forgotten");

            ada.send(Frame.of("leave", "conversation", conversation));
            mark = ada.tape().size();
            ada.follow(conversation);
            Frame card = ada.awaitEntry(mark, "opened", conversation).child("visitor");
            assertThat(card.has("about")).isFalse();
            assertThat(card.child("attributes").names()).isEmpty();
        }
    }

    private ChatClient saying(String member, JsonObject said) {
        return ChatClient.of(server, site, Carrier.WEBSOCKET)
                .saying(hello -> hello.with(member, said))
                .start();
    }

    /** The customer's card with this in it, as it was opened or told later. */
    private Frame card(int mark, String conversation, String what, Predicate<Frame> about) {
        return awaitCard(mark, conversation, what, card -> card.has("about") && about.test(card.child("about")));
    }

    private Frame awaitCard(int mark, String conversation, String what, Predicate<Frame> so) {
        return ada.tape()
                .await(
                        mark,
                        "a card with " + what,
                        frame -> (frame.is("opened") || frame.is("visitor"))
                                && conversation.equals(frame.text("conversation"))
                                && so.test(frame.child("visitor")))
                .child("visitor");
    }

    private static JsonObject many(String name) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        for (int n = 0; n < 20; n++) all.add(name + n, "x");
        return all.build();
    }

    private static JsonObject said(String... pairs) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        for (int n = 0; n < pairs.length; n += 2) {
            if (pairs[n + 1] == null) all.addNull(pairs[n]);
            else all.add(pairs[n], pairs[n + 1]);
        }
        return all.build();
    }
}
