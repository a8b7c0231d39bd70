package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
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

/** Who looks around on a site is listed where its owner wants it (F5), may be spoken to first (F6), and the pages of his visit are known (F7). */
class VisitorsOnSiteIT {
    private static final String SHOP = "https://shop.example";

    /** What a page may say, what a console is told a second later, and the grace after the last connection. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final URI server = ServerUnderTest.shared();
    private House house;
    private String site;
    private DeskClient ada;

    @BeforeEach
    void aSiteListsItsVisitorsAndAdaLooks() {
        house = new House(server);
        site = house.site();
        house.list(site, true);
        ada = desk(Demo.ADMINISTRATOR);
        ada.send(Frame.of("watch", "on", true));
        ada.tape().await("the whole list", frame -> frame.is("onsite") && frame.flag("whole"));
    }

    @AfterEach
    void adaLeaves() {
        ada.close();
    }

    @Test
    void whoComesIsListedWithHisPageAndGoneSoonAfterHeLeft() {
        int mark = ada.tape().size();
        ChatClient visitor = at("/p/1?mail=lin@example.com#me", "A pot");
        Frame item = listed(mark, visitor, any -> true);
        assertThat(item.child("page").text("url")).isEqualTo(SHOP + "/p/1");
        assertThat(item.child("page").text("title")).isEqualTo("A pot");
        assertThat(item.text("referrer")).isEqualTo("search.example");
        assertThat(item.text("state")).isEqualTo("looking");
        assertThat(item.number("visits")).isEqualTo(1);
        assertThat(item.child("site").text("key")).isEqualTo(site);
        assertThat(item.toString()).doesNotContain("lin@example.com", "secret");

        visitor.send(Frame.of("page", "url", SHOP + "/p/2", "title", "Another pot"));
        Frame moved = listed(mark, visitor, one -> one.child("page").text("url").endsWith("/p/2"));
        assertThat(moved.number("pages")).isEqualTo(2);
        assertThat(moved.text("since")).isEqualTo(item.text("since"));

        visitor.close();
        gone(mark, visitor);
    }

    @Test
    void withoutTheSwitchNobodyIsListedAndNoPagesAreKept() {
        String other = house.site();
        try (ChatClient unlisted = on(other, "/p/1", "A pot");
                ChatClient listed = at("/", "Shop")) {
            unlisted.send(Frame.of("page", "url", SHOP + "/p/2", "title", "Another pot"));
            String conversation =
                    unlisted.sayAndWait("hello " + UUID.randomUUID()).text("conversation");
            listed(0, listed, any -> true);
            assertThat(ada.tape().all("onsite").toString()).doesNotContain(unlisted.visitor(), other);
            assertThat(card(conversation).has("trail")).isFalse();
        }
    }

    @Test
    void switchedOffTheListIsEmptyAtOnce() {
        try (ChatClient visitor = at("/", "Shop")) {
            listed(0, visitor, any -> true);
            int mark = ada.tape().size();
            house.list(site, false);
            ada.tape()
                    .await(
                            mark,
                            "the list without him",
                            frame -> frame.is("onsite")
                                    && (frame.flag("whole") && !frame.toString().contains(visitor.visitor())
                                            || frame.words("gone").contains(visitor.visitor())));
        }
    }

    @Test
    void anAgentSpeaksFirstToWhomHeSeesAndHasTheConversation() {
        try (ChatClient visitor = at("/p/1", "A pot");
                DeskClient ben = desk(Demo.AGENT)) {
            visitor.send(Frame.of("page", "url", SHOP + "/p/2?x=1", "title", "Another pot"));
            listed(0, visitor, one -> one.number("pages") == 2);
            String ref = ChatClient.ref();
            String text = "Can I help you? " + UUID.randomUUID();
            int mark = ada.tape().size();
            Frame begin = Frame.of("begin", "visitor", visitor.visitor(), "ref", ref, "text", text);
            ada.send(begin);
            String conversation = ada.tape().await(mark, "begun").text("conversation");
            visitor.awaitText(text);
            assertThat(visitor.transcript().texts()).containsExactly(text);
            Frame chatting = listed(mark, visitor, one -> one.text("state").equals("chatting"));
            assertThat(chatting.child("owner").text("name")).isEqualTo("Ada");
            assertThat(chatting.text("conversation")).isEqualTo(conversation);

            int again = ada.tape().size();
            ada.send(begin);
            assertThat(ada.tape().await(again, "begun").text("conversation")).isEqualTo(conversation);
            int taken = ben.tape().size();
            ben.send(Frame.of("begin", "visitor", visitor.visitor(), "ref", ChatClient.ref(), "text", "Me too"));
            assertThat(ben.awaitRefusal(taken, "begin")).isEqualTo("taken");

            visitor.sayAndWait("yes, please");
            assertThat(card(conversation).children("trail"))
                    .extracting(page -> page.text("url"))
                    .containsExactly(SHOP + "/p/1", SHOP + "/p/2");
            assertThat(visitor.transcript().texts()).containsExactly(text, "yes, please");
            assertThat(visitor.tape().all().toString()).doesNotContain("trail", "onsite");
        }
    }

    @Test
    void aFirstMessageThatIsSentAgainCountsOnceAlsoWhenTheVisitorHasLeft() {
        int mark = ada.tape().size();
        ChatClient visitor = at("/", "Shop");
        listed(mark, visitor, any -> true);
        Frame begin =
                Frame.of("begin", "visitor", visitor.visitor(), "ref", ChatClient.ref(), "text", "Can I help you?");
        ada.send(begin);
        String conversation = ada.tape().await(mark, "begun").text("conversation");
        visitor.close();
        gone(mark, visitor);

        int again = ada.tape().size();
        ada.send(begin);
        assertThat(ada.tape().await(again, "begun").text("conversation")).isEqualTo(conversation);
        ada.send(begin.with("ref", ChatClient.ref()));
        assertThat(ada.awaitRefusal(again, "begin")).isEqualTo("unknown-visitor");
    }

    @Test
    void nobodySpeaksFirstToWhoIsNotListed() {
        String other = house.site();
        try (ChatClient unlisted = on(other, "/", "Shop")) {
            for (String whom : new String[] {unlisted.visitor(), "v-nobody"}) {
                int mark = ada.tape().size();
                ada.send(Frame.of("begin", "visitor", whom, "ref", ChatClient.ref(), "text", "Hello?"));
                assertThat(ada.awaitRefusal(mark, "begin")).isEqualTo("unknown-visitor");
            }
            unlisted.sayAndWait("it is me who speaks first");
            assertThat(unlisted.transcript().texts()).doesNotContain("Hello?");
        }
    }

    private ChatClient at(String path, String title) {
        return on(site, path, title);
    }

    private ChatClient on(String key, String path, String title) {
        return ChatClient.of(server, key, Carrier.WEBSOCKET)
                .saying(hello -> hello.with(
                        "page",
                        Json.createObjectBuilder(ChatClient.page(SHOP + path, title))
                                .add("referrer", "https://search.example/?q=secret")
                                .build()))
                .start();
    }

    private Frame listed(int mark, ChatClient visitor, Predicate<Frame> so) {
        return ada
                .tape()
                .await(mark, "him in the list", GRACE, frame -> item(frame, visitor, so) != null)
                .children("items")
                .stream()
                .filter(one -> one.text("id").equals(visitor.visitor()) && so.test(one))
                .findFirst()
                .orElseThrow();
    }

    private static Frame item(Frame frame, ChatClient visitor, Predicate<Frame> so) {
        if (!frame.is("onsite")) return null;
        return frame.children("items").stream()
                .filter(one -> one.text("id").equals(visitor.visitor()) && so.test(one))
                .findFirst()
                .orElse(null);
    }

    private void gone(int mark, ChatClient visitor) {
        ada.tape()
                .await(
                        mark,
                        "him gone",
                        GRACE,
                        frame -> frame.is("onsite") && frame.words("gone").contains(visitor.visitor()));
    }

    private Frame card(String conversation) {
        int mark = ada.tape().size();
        ada.follow(conversation);
        return ada.awaitEntry(mark, "opened", conversation).child("visitor");
    }

    private DeskClient desk(String login) {
        return DeskClient.open(server, login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }
}
