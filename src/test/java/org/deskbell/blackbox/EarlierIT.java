package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B16: a visitor sees the conversations he had before, and nobody else does. */
class EarlierIT {
    private static final URI SERVER = ServerUnderTest.shared();
    private static String site;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void aSiteWhereAMessageAfterTheEndBeginsAnotherConversation() {
        site = new House(SERVER).site();
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void theListIsNewestFirstInPagesAndHasEachOnce() {
        ChatClient visitor = visitor(Carrier.WEBSOCKET);
        assertThat(visitor.tape().await("welcome").has("earlier")).isFalse();
        assertThat(earlier(visitor, null).children("items")).isEmpty();
        List<String> had = new ArrayList<>();
        for (int n = 1; n <= 22; n++) had.add(0, ended(visitor, "question " + n));
        visitor.sayAndWait("and now");
        assertThat(visitor.tape().all("started"))
                .extracting(started -> started.has("earlier"))
                .startsWith(false, true)
                .containsOnlyOnce(false);

        // Another tab knows nothing but the token.
        ChatClient tab = kept(visitor.tab(SERVER).start());
        assertThat(tab.tape().await("welcome").flag("earlier")).isTrue();
        Frame newest = earlier(tab, null);
        assertThat(newest.children("items"))
                .extracting(item -> item.text("conversation"))
                .isEqualTo(had.subList(0, 20));
        assertThat(newest.flag("more")).isTrue();
        Frame item = newest.children("items").get(0);
        assertThat(item.child("last").text("text")).isEqualTo("question 22");
        assertThat(item.child("last").text("by")).isEqualTo("visitor");
        assertThat(item.words("agents")).isEmpty();
        Frame oldest = earlier(tab, had.get(19));
        assertThat(oldest.children("items"))
                .extracting(each -> each.text("conversation"))
                .isEqualTo(had.subList(20, 22));
        assertThat(oldest.flag("more")).isFalse();
        assertThat(earlier(tab, had.get(21)).children("items")).isEmpty();
    }

    /** S09, and C5: what was taken back is gone there too. */
    @ParameterizedTest
    @EnumSource(Carrier.class)
    void oneOfThemIsReadAgainWithoutWhatStaysAmongAgents(Carrier carrier) {
        String secret = "secret " + UUID.randomUUID();
        ChatClient visitor = visitor(carrier);
        DeskClient ben = kept(DeskClient.open(SERVER, Demo.AGENT, Demo.PASSWORD, carrier));
        String conversation = visitor.sayAndWait("where is it?").text("conversation");
        ben.follow(conversation);
        ben.sayAndWait(conversation, "on its way");
        long slip = ben.sayAndWait(conversation, secret).number("seq");
        ben.sendAndWait(
                Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", secret), "noted");
        ben.ask("close", conversation);
        visitor.tape().await("closed");
        ben.sendAndWait(
                Frame.of("remove", "conversation", conversation, "ref", ChatClient.ref(), "of", slip), "removed");
        ben.sendAndWait(
                Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", secret), "noted");
        visitor.send(Frame.of("rate", "ref", ChatClient.ref(), "conversation", conversation, "stars", 4));
        visitor.tape().await("rated");
        visitor.sayAndWait("something else");

        ChatClient tab = kept(visitor.tab(SERVER).start());
        Frame item = earlier(tab, null).children("items").get(0);
        assertThat(item.text("conversation")).isEqualTo(conversation);
        assertThat(item.words("agents")).containsExactly("Ben");
        assertThat(item.number("stars")).isEqualTo(4);
        assertThat(item.child("last").flag("removed")).isTrue();

        List<Frame> all = page(tab, conversation, item.number("seq") + 1, 100).children("entries");
        assertThat(all).extracting(entry -> entry.number("seq")).hasSize((int) item.number("seq"));
        assertThat(all)
                .extracting(Frame::type)
                .contains("posted", "claimed", "passed", "closed", "rated")
                .doesNotContain("noted");
        assertThat(tab.tape().all()).noneMatch(frame -> frame.toString().contains(secret));
        // Page by page it is the same log.
        List<Frame> end = page(tab, conversation, item.number("seq") + 1, 3).children("entries");
        assertThat(page(tab, conversation, end.get(0).number("seq"), 100).children("entries"))
                .hasSize(all.size() - 3);
        // And the one he is in has not changed.
        assertThat(tab.transcript().texts()).contains("something else").doesNotContain("where is it?");
    }

    /** S13. */
    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anotherVisitorsConversationIsRefusedAsOneThatDoesNotExist(Carrier carrier) {
        ChatClient victim = visitor(carrier);
        String theirs = ended(victim, "for nobody else");
        victim.sayAndWait("here I am");
        ChatClient thief = visitor(carrier);
        ended(thief, "mine");
        thief.sayAndWait("mine too");
        String none = theirs.substring(0, theirs.length() - 4) + "AAAA";

        for (String guess : List.of(theirs, victim.conversation(), none)) {
            Frame list = refusal(thief, Frame.of("earlier", "before", guess));
            assertThat(list.text("reason")).isEqualTo("unknown-conversation");
            assertThat(list.names()).containsExactlyInAnyOrder("type", "of", "conversation", "reason");
            Frame read = refusal(thief, Frame.of("before", "conversation", guess, "seq", 50, "limit", 50));
            assertThat(read.text("reason")).isEqualTo("unknown-conversation");
            assertThat(read.names()).isEqualTo(list.names());
        }
        assertThat(earlier(thief, null).children("items")).hasSize(1);
        assertThat(thief.tape().all()).noneMatch(frame -> frame.toString().contains("for nobody else"));
        assertThat(thief.endings()).isEmpty();
    }

    private static Frame earlier(ChatClient visitor, String before) {
        int mark = visitor.tape().size();
        visitor.send(before == null ? Frame.of("earlier") : Frame.of("earlier", "before", before));
        return visitor.tape().await(mark, "earlier");
    }

    private static Frame page(ChatClient visitor, String conversation, long before, int limit) {
        int mark = visitor.tape().size();
        visitor.send(Frame.of("before", "conversation", conversation, "seq", before, "limit", limit));
        return visitor.tape().await(mark, "older");
    }

    private static Frame refusal(ChatClient visitor, Frame frame) {
        int mark = visitor.tape().size();
        visitor.send(frame);
        return visitor.tape().await(mark, "refused");
    }

    private static String ended(ChatClient visitor, String text) {
        String conversation = visitor.sayAndWait(text).text("conversation");
        int mark = visitor.tape().size();
        visitor.send(Frame.of("end", "ref", ChatClient.ref()));
        visitor.tape().await(mark, "closed");
        return conversation;
    }

    private ChatClient visitor(Carrier carrier) {
        return kept(ChatClient.open(SERVER, site, carrier));
    }

    private <T extends AutoCloseable> T kept(T client) {
        open.add(client);
        return client;
    }
}
