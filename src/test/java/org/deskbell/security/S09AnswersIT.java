package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S09, S13, S15: an agent's own answers are for him alone, and no visitor gets any; what may be told of one is what may be kept. */
class S09AnswersIT {

    private final URI server = ServerUnderTest.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void anAnswerOfMyOwnReachesAllMyConsolesAndNobodyElse(Carrier carrier) {
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, carrier);
                DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, carrier);
                DeskClient again = DeskClient.of(server, ben.session(), carrier).start();
                DeskClient chloe = DeskClient.open(server, Demo.OTHER_AGENT, Demo.PASSWORD, carrier)) {
            String conversation = visitor.sayAndWait("private? " + mark).text("conversation");
            chloe.follow(conversation);
            ben.follow(conversation);

            String ref = ChatClient.ref();
            int told = ben.tape().size();
            ben.send(keep(ref, "own-" + mark, "secret " + mark));
            ben.tape().await(told, "kept", frame -> frame.is("kept") && ref.equals(frame.text("ref")));
            holds(ben, "own", "secret " + mark);
            holds(again, "own", "secret " + mark);

            ben.sayAndWait(conversation, "end " + mark);
            visitor.awaitText("end " + mark);
            chloe.awaitText(conversation, "end " + mark);
            assertThat(chloe.tape().all().toString()).doesNotContain("secret " + mark);
            assertThat(visitor.tape().all().toString()).doesNotContain("secret " + mark);
            assertThat(visitor.tape().all("answers")).isEmpty();
            WebSession other = chloe.session();
            assertThat(other.get("console/answers").body()).doesNotContain("secret " + mark);
            assertThat(other.get("console/answer?id=" + idOf(ben, "own-" + mark))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theSameTwiceIsOneAndAnotherWithTheSameShortcutIsRefused() {
        try (DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            for (int i = 0; i < 2; i++) {
                int told = ben.tape().size();
                ben.send(keep(ChatClient.ref(), "Twice-" + mark, "one"));
                ben.tape().await(told, "kept");
            }
            assertThat(refusal(ben, keep(ChatClient.ref(), "twice-" + mark, "two")))
                    .isEqualTo("shortcut-taken");
            assertThat(own(ben))
                    .filteredOn(item -> item.text("shortcut").equals("twice-" + mark))
                    .hasSize(1);
        }
    }

    @Test
    void whatCannotBeFilledInOrTypedIsRefusedAndNamed() {
        try (DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            int told = ben.tape().size();
            ben.send(keep(ChatClient.ref(), "vars-" + mark, "Hello {{vistor.name}}"));
            Frame refused = ben.tape().await(told, "refused");
            assertThat(refused.text("of")).isEqualTo("keep");
            assertThat(refused.text("reason")).isEqualTo("unknown-variable");
            assertThat(refused.text("detail")).isEqualTo("vistor.name");
            assertThat(refusal(ben, keep(ChatClient.ref(), "two words", "x"))).isEqualTo("bad-shortcut");
            assertThat(refusal(ben, keep(ChatClient.ref(), "long-" + mark, "x".repeat(4001))))
                    .isEqualTo("too-long");
        }
    }

    @Test
    void nobodySaysForWhomAnAnswerIs() {
        try (DeskClient ben = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET)) {
            Frame mine = keep(ChatClient.ref(), "forged-" + mark, "forged");
            assertThat(refusal(ben, mine.with("agent", "1"))).isEqualTo("malformed");
            assertThat(refusal(ben, mine.with("shared", true))).isEqualTo("malformed");
            assertThat(own(ben)).noneMatch(item -> item.text("shortcut").equals("forged-" + mark));
        }
    }

    @Test
    void anAgentDoesNotMakeOrChangeWhatAllShare() {
        WebSession ada = loggedIn(Demo.ADMINISTRATOR);
        WebSession ben = loggedIn(Demo.AGENT);
        ada.press("console/answer?scope=shared", "save", answer("all-" + mark, "Shared " + mark));
        // For him the page is that of an answer of his own, whatever the address or the form says.
        ben.press("console/answer?scope=shared", "save", answer("mine-" + mark, "Mine " + mark));
        try (DeskClient his = DeskClient.of(server, ben, Carrier.WEBSOCKET).start()) {
            holds(his, "shared", "Shared " + mark);
            holds(his, "own", "Mine " + mark);
            assertThat(ben.get("console/answer?id=" + idOf(his, "all-" + mark)).statusCode())
                    .isEqualTo(404);
        }
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("shared? " + mark);
            assertThat(visitor.tape().all().toString()).doesNotContain("Shared " + mark);
        }
    }

    @Test
    void thereAreNoMoreThanFitIntoAConsole() {
        WebSession chloe = loggedIn(Demo.OTHER_AGENT);
        try (DeskClient desk = DeskClient.of(server, chloe, Carrier.WEBSOCKET).start()) {
            String reason = null;
            for (int i = 0; i < 12 && reason == null; i++) {
                int told = desk.tape().size();
                desk.send(keep(ChatClient.ref(), "full-" + mark + "-" + i, "x".repeat(4000)));
                Frame answer = desk.tape().await(told, "an answer", frame -> frame.is("kept") || frame.is("refused"));
                reason = answer.text("reason");
            }
            assertThat(reason).isEqualTo("too-many-answers");
            assertThat(own(desk).stream()
                            .mapToInt(item -> item.text("text").length())
                            .sum())
                    .isLessThanOrEqualTo(40_000);
            // As it was: other tests keep answers too.
            List<Frame> mine = own(desk).stream()
                    .filter(item -> item.text("shortcut").startsWith("full-" + mark))
                    .toList();
            for (Frame item : mine) chloe.press("console/answer?id=" + item.text("id"), "remove", Map.of());
            Await.until("they are gone", () -> own(desk).stream()
                    .noneMatch(item -> item.text("shortcut").startsWith("full-" + mark)));
        }
    }

    private static Frame keep(String ref, String shortcut, String text) {
        return Frame.of("keep", "ref", ref, "shortcut", shortcut, "title", "Title", "text", text);
    }

    private static Map<String, String> answer(String shortcut, String text) {
        return new HashMap<>(
                Map.of("shortcut", shortcut, "title", "Title", "text", text, "shared", "true", "agentId", "1"));
    }

    private WebSession loggedIn(String login) {
        WebSession session = new WebSession(server);
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    private static String refusal(DeskClient desk, Frame frame) {
        int told = desk.tape().size();
        desk.send(frame);
        return desk.tape().await(told, "refused").text("reason");
    }

    private static List<Frame> own(DeskClient desk) {
        return items(desk, "own");
    }

    /** What the newest frame of this scope says. */
    private static List<Frame> items(DeskClient desk, String scope) {
        List<Frame> told = desk.tape().all(frame -> frame.is("answers") && scope.equals(frame.text("scope")));
        return told.isEmpty() ? List.of() : told.get(told.size() - 1).children("items");
    }

    private static void holds(DeskClient desk, String scope, String text) {
        Await.until("the answer " + text, () -> items(desk, scope).stream()
                .anyMatch(item -> text.equals(item.text("text"))));
    }

    private static String idOf(DeskClient desk, String shortcut) {
        return List.of("own", "shared").stream()
                .flatMap(scope -> items(desk, scope).stream())
                .filter(item -> shortcut.equals(item.text("shortcut")))
                .findFirst()
                .orElseThrow()
                .text("id");
    }
}
