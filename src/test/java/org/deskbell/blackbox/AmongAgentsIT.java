package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes, mentions, labels and snoozing, as two agents see them. */
class AmongAgentsIT {

    private final URI server = ServerUnderTest.shared();
    private final List<AutoCloseable> open = new ArrayList<>();
    private ChatClient visitor;
    private DeskClient ben;
    private DeskClient chloe;
    private String conversation;

    @BeforeEach
    void aVisitorWritesAndTwoAgentsAreThere() {
        visitor = kept(ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET));
        ben = kept(DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET));
        chloe = kept(DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET));
        conversation = visitor.sayAndWait("Hello " + UUID.randomUUID()).text("conversation");
        ben.follow(conversation);
        chloe.follow(conversation);
    }

    @AfterEach
    void everybodyLeaves() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void aNoteIsKeptOnceInOrderAndChangesNothingOfTheQueue() {
        ben.ask("claim", conversation);
        ben.awaitEntry(0, "claimed", conversation);
        Frame note = Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", "angry");
        chloe.send(note);
        Frame noted = chloe.awaitEntry(0, "noted", conversation);
        int mark = chloe.tape().size();
        chloe.send(note);
        assertThat(chloe.awaitEntry(mark, "noted", conversation).number("seq")).isEqualTo(noted.number("seq"));
        assertThat(ben.awaitEntry(0, "noted", conversation).text("text")).isEqualTo("angry");

        Frame now = summary(ben, item -> item.number("seq") >= noted.number("seq"));
        assertThat(now.number("unread")).isEqualTo(1);
        assertThat(now.has("waitingSince")).isTrue();
        assertThat(now.child("last").text("text")).startsWith("Hello");
        assertThat(now.child("owner").text("name")).isEqualTo("Ben");
    }

    @Test
    void whoIsMentionedIsInTheListUntilHeHasLooked() {
        String id = chloe.tape().await("welcome").child("agent").text("id");
        ben.send(Frame.of("note", "conversation", conversation, "ref", ChatClient.ref(), "text", "@Chloe")
                .with("mentions", Json.createArrayBuilder().add(id).build()));
        assertThat(ben.awaitEntry(0, "noted", conversation).json().getJsonArray("mentions"))
                .hasSize(1);
        assertThat(summary(chloe, item -> item.has("mentioned")).json().getJsonArray("mentioned"))
                .hasSize(1);
        chloe.send(Frame.of("heed", "conversation", conversation));
        Frame heeded = ben.awaitEntry(0, "heeded", conversation);
        assertThat(heeded.child("by").text("name")).isEqualTo("Chloe");
        summary(chloe, item -> item.number("seq") >= heeded.number("seq") && !item.has("mentioned"));
    }

    @Test
    void aLabelIsInTheListOfEverybodyAndOneThatIsUnknownIsRefused() {
        Frame label = ben.tape()
                .await("labels", frame -> frame.has("labels"))
                .children("labels")
                .get(0);
        label(label.text("id"), true);
        Frame labelled = chloe.awaitEntry(0, "labelled", conversation);
        assertThat(labelled.child("label").text("name")).isEqualTo(label.text("name"));
        summary(chloe, item -> item.toString().contains("\"labels\":[\"" + label.text("id") + "\"]"));
        label(label.text("id"), false);
        summary(chloe, item -> item.number("seq") > labelled.number("seq") && !item.has("labels"));

        int mark = ben.tape().size();
        label("999999", true);
        assertThat(ben.tape().await(mark, "refused").text("reason")).isEqualTo("unknown-label");
    }

    @Test
    void aLabelThatWasRemovedCanStillBeTakenOffAndNotPutOn() {
        WebSession administrator = new WebSession(server);
        administrator.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String name = "Once " + UUID.randomUUID().toString().substring(0, 8);
        administrator.press("console/labels", "add", Map.of("name", name));
        String id = ben
                .tape()
                .await("its label", frame -> frame.toString().contains(name) && frame.has("labels"))
                .children("labels")
                .stream()
                .filter(label -> name.equals(label.text("name")))
                .findFirst()
                .orElseThrow()
                .text("id");
        label(id, true);
        summary(chloe, item -> item.toString().contains("\"labels\":[\"" + id + "\"]"));
        administrator.press("console/label?id=" + id, "remove", Map.of());
        ben.tape()
                .await(
                        "no label of it",
                        frame -> frame.has("labels") && !frame.toString().contains(name));

        int mark = ben.tape().size();
        label(id, true);
        assertThat(ben.tape().await(mark, "refused").text("reason")).isEqualTo("unknown-label");
        mark = chloe.tape().size();
        label(id, false);
        Frame off = chloe.awaitEntry(mark, "labelled", conversation);
        assertThat(off.json().getBoolean("on")).isFalse();
        summary(chloe, item -> item.number("seq") >= off.number("seq") && !item.has("labels"));
    }

    @Test
    void whatIsSnoozedLeavesTheBoxesAndComesBackByItself() {
        snooze(Instant.now().plusSeconds(2));
        Frame asleep = summary(chloe, item -> item.has("snoozed"));
        assertThat(asleep.child("snoozed").has("until")).isTrue();
        assertThat(boxOf("snoozed")).contains(conversation);
        assertThat(boxOf("all")).doesNotContain(conversation);
        Frame woken = chloe.awaitEntry(0, "woken", conversation);
        assertThat(woken.text("why")).isEqualTo("time");
        summary(chloe, item -> item.number("seq") >= woken.number("seq") && !item.has("snoozed"));
        assertThat(boxOf("all")).contains(conversation);
    }

    @Test
    void whatIsSnoozedComesBackAtOnceWhenTheVisitorWrites() {
        snooze(null);
        summary(chloe, item -> item.has("snoozed"));
        String more = "One more thing " + UUID.randomUUID();
        visitor.sayAndWait(more);
        assertThat(chloe.awaitEntry(0, "woken", conversation).text("why")).isEqualTo("visitor");
        Frame back = summary(chloe, item -> more.equals(item.child("last").text("text")));
        assertThat(back.has("snoozed")).isFalse();
    }

    @Test
    void aTimeThatHasPassedIsRefused() {
        int mark = ben.tape().size();
        ben.send(Frame.of(
                "snooze", "conversation", conversation, "ref", ChatClient.ref(), "until", "2020-01-01T00:00:00Z"));
        assertThat(ben.tape().await(mark, "refused").text("reason")).isEqualTo("bad-time");
    }

    private void label(String id, boolean on) {
        ben.send(Frame.of("label", "conversation", conversation, "ref", ChatClient.ref(), "label", id, "on", on));
    }

    private void snooze(Instant until) {
        ben.send(Frame.of("snooze", "conversation", conversation, "ref", ChatClient.ref(), "until", until));
    }

    private String boxOf(String box) {
        int mark = ben.tape().size();
        ben.send(Frame.of("list", "box", box));
        return ben.tape().await(mark, "listed").toString();
    }

    private Frame summary(DeskClient of, Predicate<Frame> wanted) {
        Predicate<Frame> here = item -> conversation.equals(item.text("conversation")) && wanted.test(item);
        return of
                .tape()
                .await("summary", frame -> frame.children("items").stream().anyMatch(here))
                .children("items")
                .stream()
                .filter(here)
                .findFirst()
                .orElseThrow();
    }

    private <T extends AutoCloseable> T kept(T each) {
        open.add(each);
        return each;
    }
}
