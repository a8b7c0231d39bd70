package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D15: an agent sees what a visitor said before, as far back as it goes, and as far as he may see it (S14). */
class PastIT {
    private static final URI SERVER = ServerUnderTest.shared();

    private final House house = new House(SERVER);
    private String site;

    @BeforeEach
    void aSiteWhereAMessageAfterTheEndBeginsAnotherConversation() {
        site = house.site();
    }

    @Test
    void theNewestComeWithTheCardAndOlderOnesPageByPageEachOnce() {
        try (ChatClient visitor = ChatClient.open(SERVER, site, Carrier.WEBSOCKET);
                DeskClient ben = DeskClient.open(SERVER, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            List<String> had = new ArrayList<>();
            for (int n = 1; n <= 23; n++) had.add(0, ended(visitor, "question " + n));
            String answered = visitor.sayAndWait("the last one").text("conversation");
            ben.follow(answered);
            ben.sayAndWait(answered, "on its way");
            ben.awaitEntry(ben.ask("close", answered), "closed", answered);
            visitor.tape().await("closed", frame -> answered.equals(frame.text("conversation")));
            visitor.send(Frame.of("rate", "ref", ChatClient.ref(), "conversation", answered, "stars", 4));
            visitor.tape().await("rated");
            had.add(0, answered);
            String now = visitor.sayAndWait("and now").text("conversation");

            Frame card = card(ben, now);
            assertThat(names(card.children("earlier"))).isEqualTo(had.subList(0, 10));
            assertThat(card.flag("more")).isTrue();
            Frame newest = card.children("earlier").get(0);
            assertThat(newest.text("owner")).isEqualTo("Ben");
            assertThat(newest.number("stars")).isEqualTo(4);
            assertThat(newest.text("text")).isEqualTo("on its way");
            assertThat(card.children("earlier").get(1).names()).doesNotContain("owner", "stars");

            Frame next = earlier(ben, now, had.get(9));
            assertThat(names(next.children("items"))).isEqualTo(had.subList(10, 20));
            assertThat(next.flag("more")).isTrue();
            Frame oldest = earlier(ben, now, had.get(19));
            assertThat(names(oldest.children("items"))).isEqualTo(had.subList(20, 24));
            assertThat(oldest.flag("more")).isFalse();
            assertThat(earlier(ben, now, had.get(23)).children("items")).isEmpty();
        }
    }

    @Test
    void thoseOfAnotherDepartmentAreLeftOutAndCannotBeNamed() {
        house.department(site, "Orders");
        house.department(site, "Returns");
        try (DeskClient dora = house.agent("Dora", SERVER);
                DeskClient emil = house.agent("Emil", SERVER);
                ChatClient visitor = ChatClient.open(SERVER, site, Carrier.WEBSOCKET);
                ChatClient other = ChatClient.open(SERVER, site, Carrier.WEBSOCKET)) {
            new Stations(SERVER).putInto(emil.agent().text("id"), site, "Returns");
            String everybodys = ended(visitor, "for everybody");
            String orders = dora.department(site, "Orders");
            List<String> theirs = new ArrayList<>();
            for (int n = 1; n <= 12; n++) {
                String conversation = visitor.sayAndWait("for Orders " + n).text("conversation");
                dora.follow(conversation);
                dora.awaitEntry(dora.handOn(conversation, "department", orders), "transferred", conversation);
                end(visitor);
                theirs.add(conversation);
            }
            String now = visitor.sayAndWait("and now").text("conversation");
            String strangers = other.sayAndWait("somebody else").text("conversation");

            Frame card = card(emil, now);
            assertThat(names(card.children("earlier"))).containsExactly(everybodys);
            assertThat(card.has("more")).isFalse();
            int mark = emil.tape().size();
            for (String guess : List.of(theirs.get(11), strangers, "c-0000000000000000000000")) {
                assertThat(emil.refusalOf(Frame.of("earlier", "conversation", now, "before", guess)))
                        .as(guess)
                        .isEqualTo("unknown-conversation");
            }
            assertThat(emil.refusalOf(Frame.of("earlier", "conversation", theirs.get(0))))
                    .isNotBlank();
            assertThat(emil.tape().since(mark).toString()).doesNotContain("for Orders");
        }
    }

    private static Frame card(DeskClient agent, String conversation) {
        agent.awaitSummary(conversation);
        int mark = agent.tape().size();
        agent.follow(conversation);
        return agent.awaitEntry(mark, "opened", conversation).child("visitor");
    }

    private static Frame earlier(DeskClient agent, String conversation, String before) {
        int mark = agent.tape().size();
        agent.send(Frame.of("earlier", "conversation", conversation, "before", before));
        return agent.awaitEntry(mark, "earlier", conversation);
    }

    private static List<String> names(List<Frame> items) {
        return items.stream().map(item -> item.text("conversation")).toList();
    }

    private static String ended(ChatClient visitor, String text) {
        String conversation = visitor.sayAndWait(text).text("conversation");
        end(visitor);
        return conversation;
    }

    private static void end(ChatClient visitor) {
        int mark = visitor.tape().size();
        visitor.send(Frame.of("end", "ref", ChatClient.ref()));
        visitor.tape().await(mark, "closed");
    }
}
