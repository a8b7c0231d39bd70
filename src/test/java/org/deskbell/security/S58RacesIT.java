package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** S58: everybody does the same thing at the same moment. */
class S58RacesIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void ofTwoAgentsWhoClaimOneConversationOneGetsItAndTheOtherIsToldWho() {
        try (DeskClient ann = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient bob = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            for (int round = 0; round < 20; round++) {
                try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
                    String conversation = visitor.sayAndWait("mine, mine").text("conversation");
                    ann.follow(conversation);
                    bob.follow(conversation);
                    int annFrom = ann.ask("claim", conversation);
                    int bobFrom = bob.ask("claim", conversation);
                    Frame claimed = visitor.tape().await("claimed");
                    String owner = claimed.child("by").text("id");
                    boolean annLost = !owner.equals(ann.agent().text("id"));
                    Frame refused = (annLost ? ann : bob)
                            .tape()
                            .await(
                                    annLost ? annFrom : bobFrom,
                                    "refused",
                                    frame -> frame.is("refused") && "claim".equals(frame.text("of")));
                    assertThat(refused.text("reason")).isEqualTo("taken");
                    assertThat(refused.child("by").text("id")).isEqualTo(owner);
                    assertThat(visitor.tape().all("claimed")).hasSize(1);
                    DeskClient winner = annLost ? bob : ann;
                    winner.awaitEntry(winner.ask("close", conversation), "closed", conversation);
                }
            }
        }
    }

    @Test
    void fiftyTabsThatStartAtOnceStartOneConversation() {
        ChatClient first = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
        List<ChatClient> tabs = new ArrayList<>(List.of(first));
        try {
            for (int i = 0; i < 49; i++) {
                tabs.add(first.tab(server).start());
            }
            tabs.forEach(tab -> tab.say("hello from tab " + tabs.indexOf(tab)));
            Await.until(
                    () -> "all acknowledged: "
                            + tabs.stream().map(ChatClient::pending).toList(),
                    Await.PATIENCE,
                    () -> tabs.stream()
                            .allMatch(tab -> tab.pending() == 0
                                    && tab.transcript().messages().size() >= 50));
            assertThat(tabs.stream().map(ChatClient::conversation).collect(Collectors.toSet()))
                    .hasSize(1);
            assertThat(first.transcript().texts()).doesNotHaveDuplicates();
        } finally {
            tabs.forEach(ChatClient::close);
        }
    }

    @Test
    void oneRefSentTwentyTimesAtOnceIsStoredOnce() {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            String ref = ChatClient.ref();
            for (int i = 0; i < 20; i++) {
                visitor.send(Frame.of("post", "ref", ref, "text", "once"));
            }
            visitor.sayAndWait("end");
            assertThat(visitor.transcript().texts().stream().filter("once"::equals))
                    .hasSize(1);
        }
    }

    @Test
    void inAnyInterleavingAConversationHasOneOwnerAtMost() {
        long seed = Long.getLong("tests.seed", System.nanoTime());
        System.out.println("S58 seed " + seed);
        SplittableRandom dice = new SplittableRandom(seed);
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET);
                DeskClient ann = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                DeskClient bob = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET)) {
            String conversation = visitor.sayAndWait("pass me around").text("conversation");
            ann.follow(conversation);
            bob.follow(conversation);
            String[] acts = {"claim", "release", "close"};
            for (int i = 0; i < 150; i++) {
                (dice.nextBoolean() ? ann : bob).ask(acts[dice.nextInt(acts.length)], conversation);
                if (dice.nextInt(5) == 0) {
                    visitor.say("still there? " + i);
                }
                if (i % 4 == 3) {
                    Await.pass(java.time.Duration.ofMillis(200));
                }
            }
            Await.until("all said", () -> visitor.pending() == 0);
            visitor.sayAndWait("end");
            ann.awaitText(conversation, "end");
            assertOneOwnerAtMost(ann.transcript(conversation).entries());
            assertThat(visitor.transcript().entries())
                    .hasSameSizeAs(ann.transcript(conversation).entries());
        }
    }

    private static void assertOneOwnerAtMost(List<Frame> log) {
        String owner = null;
        boolean open = true;
        for (Frame entry : log) {
            switch (entry.type()) {
                case "claimed" -> {
                    assertThat(owner).as("owner before " + entry).isNull();
                    owner = entry.child("by").text("id");
                }
                case "released" -> {
                    assertThat(owner).as("owner before " + entry).isNotNull();
                    owner = null;
                }
                case "closed" -> {
                    assertThat(open).as("open before " + entry).isTrue();
                    open = false;
                }
                case "reopened" -> {
                    assertThat(open).as("open before " + entry).isFalse();
                    open = true;
                    owner = null;
                }
                default -> {}
            }
        }
    }
}
