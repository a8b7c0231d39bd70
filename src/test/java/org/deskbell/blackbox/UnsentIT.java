package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.Test;

/** C1: what a visitor writes is seen before he sends it where his site wants that, and by those alone who have it open and may see it (S14). */
class UnsentIT {
    private final URI server = ServerUnderTest.shared();
    private final House house = new House(server);
    private final String site = house.site();

    @Test
    void whereASiteHasNotSwitchedItOnOrHasSwitchedItOffNothingReachesAnybody() {
        try (DeskClient dora = house.agent("Dora", server);
                ChatClient visitor = ChatClient.open(server, site, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("hello").text("conversation");
            dora.follow(conversation);
            assertThat(visitor.tape().await("presence").has("unsent")).isFalse();
            // Of this test alone: her list has what others say on the same server.
            String secret = ChatClient.ref();
            visitor.send(typed("my " + secret));
            assertThat(dora.tape().await("typing").has("text")).isFalse();

            switchTo(true, visitor);
            int mark = dora.tape().size();
            visitor.send(typed("Where is"));
            dora.tape().await(mark, "text", frame -> "Where is".equals(frame.text("text")));

            switchTo(false, visitor);
            mark = dora.tape().size();
            visitor.send(typed(secret + " too"));
            assertThat(dora.tape().await(mark, "typing").has("text")).isFalse();
            assertThat(dora.tape().all().toString()).doesNotContain(secret);
        }
    }

    @Test
    void itIsShownToWhoHasItOpenAndMaySeeItAndTakenBackAtTheEnd() {
        house.department(site, "Orders");
        house.department(site, "Returns");
        try (DeskClient dora = house.agent("Dora", server);
                DeskClient emil = house.agent("Emil", server);
                ChatClient visitor = ChatClient.open(server, site, Carrier.HTTP)) {
            switchTo(true, visitor);
            String conversation = visitor.sayAndWait("hello").text("conversation");
            dora.awaitSummary(conversation);
            emil.follow(conversation);
            int mark = emil.tape().size();
            visitor.send(typed("first"));
            Frame shown = emil.tape().await(mark, "text", frame -> "first".equals(frame.text("text")));
            assertThat(shown.child("by").text("kind")).isEqualTo("visitor");
            assertThat(shown.text("conversation")).isEqualTo(conversation);

            String orders = dora.department(site, "Orders");
            dora.follow(conversation);
            mark = emil.tape().size();
            new Stations(server).putInto(emil.agent().text("id"), site, "Returns");
            dora.awaitEntry(dora.handOn(conversation, "department", orders), "transferred", conversation);
            assertThat(emil.awaitRefusal(mark, "open")).isEqualTo("unknown-conversation");
            int doras = dora.tape().size();
            visitor.send(typed("for Orders alone"));
            dora.tape().await(doras, "text", frame -> "for Orders alone".equals(frame.text("text")));
            emil.send(Frame.of("ping"));
            emil.tape().await(mark, "pong");
            assertThat(emil.tape().since(mark).toString()).doesNotContain("for Orders alone");
            dora.send(Frame.of("leave", "conversation", conversation));
            dora.send(Frame.of("ping"));
            dora.tape().await(doras, "pong");
            doras = dora.tape().size();
            visitor.send(typed("for nobody"));
            visitor.sayAndWait("so it is");
            dora.follow(conversation);
            assertThat(dora.tape().since(doras).toString()).doesNotContain("for nobody");

            doras = dora.tape().size();
            visitor.send(typed("going"));
            dora.tape().await(doras, "text", frame -> "going".equals(frame.text("text")));
            visitor.send(Frame.of("end", "ref", ChatClient.ref()));
            dora.tape().await(doras, "taken back", frame -> frame.is("typing") && !frame.flag("on"));
            assertThat(visitor.saved(server, "text")).doesNotContain("going", "for Orders");

            String next = visitor.sayAndWait("once more").text("conversation");
            dora.awaitSummary(next);
            dora.follow(next);
            doras = dora.tape().size();
            for (int i = 1; i <= 30; i++) visitor.send(typed("flood " + i));
            visitor.sayAndWait("that was it");
            dora.awaitText(next, "that was it");
            assertThat(dora.tape().since(doras).stream().filter(frame -> frame.has("text") && frame.is("typing")))
                    .hasSizeLessThan(30);
            assertThat(visitor.tape().all("refused")).isEmpty();
        }
    }

    private void switchTo(boolean on, ChatClient visitor) {
        int mark = visitor.tape().size();
        house.showUnsent(site, on);
        visitor.tape().await(mark, "switched", frame -> frame.is("presence") && frame.has("unsent") == on);
    }

    /** The id of that department of this test's site. */
    private static Frame typed(String text) {
        return Frame.of("typing", "on", true, "text", text);
    }
}
