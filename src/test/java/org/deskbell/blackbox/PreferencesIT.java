package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Stream;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** What an agent chose for his console is on every device of his, and on nobody else's. */
class PreferencesIT {

    private final URI server = ServerUnderTest.shared();

    @Test
    void whatIsChosenOnOneConsoleIsOnTheOthersAtOnceAndAfterALogIn() {
        try (DeskClient desk = desk(Demo.ADMINISTRATOR);
                DeskClient phone = desk(Demo.ADMINISTRATOR);
                DeskClient colleague = desk(Demo.OTHER_AGENT)) {
            Frame own = chosen(desk, "shortcuts", "claim=q close=");
            assertThat(own.child("preferences").text("shortcuts")).isEqualTo("claim=q close=");
            Frame there = phone.tape().await("preferred");
            assertThat(there.child("preferences").text("shortcuts")).isEqualTo("claim=q close=");
            assertThat(there.has("ref")).isFalse();
            chosen(phone, "shortcuts", "");
            try (DeskClient later = desk(Demo.ADMINISTRATOR)) {
                Frame preferences = later.tape().await("welcome").child("preferences");
                assertThat(preferences.text("shortcuts")).isEmpty();
            }
            assertThat(chosen(colleague, "density", "normal")
                            .child("preferences")
                            .names())
                    .doesNotContain("shortcuts");
            assertThat(colleague.tape().all("preferred")).hasSize(1);
        }
    }

    @Test
    void whatThereIsNotToChooseIsRefusedAndChangesNothing() {
        try (DeskClient desk = desk(Demo.ADMINISTRATOR)) {
            assertThat(refusal(desk, "colour", "pink")).isEqualTo("unknown-preference");
            assertThat(refusal(desk, "scheme", "pink")).isEqualTo("bad-preference");
            assertThat(refusal(desk, "shortcuts", "claim=alt+q")).isEqualTo("bad-preference");
            assertThat(refusal(desk, "shortcuts", "x".repeat(2_001))).isEqualTo("too-long");
            assertThat(desk.tape().all("preferred")).isEmpty();
        }
    }

    @Test
    void twoConsolesThatChooseTheSameAtOnceAreBothAnswered() {
        try (DeskClient one = desk(Demo.AGENT);
                DeskClient other = desk(Demo.AGENT)) {
            Stream.of(one, other).parallel().forEach(desk -> {
                for (String choice : new String[] {"recent", "waiting", "recent", "waiting"})
                    chosen(desk, "order", choice);
            });
            String last = chosen(one, "order", "waiting").child("preferences").text("order");
            assertThat(last).isEqualTo("waiting");
            assertThat(Stream.of(one, other).flatMap(desk -> desk.endings().stream()))
                    .isEmpty();
        }
    }

    @Test
    void pagesOfTheConsoleComeInTheLookThatWasChosen() {
        try (DeskClient desk = desk(Demo.OTHER_AGENT)) {
            chosen(desk, "scheme", "dark");
            WebSession session = desk.session();
            assertThat(session.get("console/account").body()).contains("data-scheme=\"dark\"");
            assertThat(session.get("console/inbox").body()).contains("data-scheme=\"dark\"");
            chosen(desk, "scheme", "auto");
            assertThat(session.get("console/account").body()).contains("data-scheme=\"auto\"");
        }
    }

    private DeskClient desk(String login) {
        return DeskClient.open(server, login, Demo.PASSWORD, Carrier.WEBSOCKET);
    }

    private static Frame chosen(DeskClient desk, String name, String choice) {
        String ref = ChatClient.ref();
        desk.send(Frame.of("prefer", "ref", ref, "name", name, "choice", choice));
        return desk.tape().await("preferred " + ref, frame -> frame.is("preferred") && ref.equals(frame.text("ref")));
    }

    private static String refusal(DeskClient desk, String name, String choice) {
        String ref = ChatClient.ref();
        desk.send(Frame.of("prefer", "ref", ref, "name", name, "choice", choice));
        return desk.tape()
                .await("refused " + ref, frame -> frame.is("refused") && ref.equals(frame.text("ref")))
                .text("reason");
    }
}
