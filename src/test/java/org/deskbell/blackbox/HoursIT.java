package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Form;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outside the hours of a site nobody is there for its visitors, whoever is online. */
class HoursIT {
    private static final String ALL_DAY = "00:00–24:00";

    private final URI server = ServerUnderTest.shared();
    private final WebSession owner = new WebSession(server);
    private final String site = new House(server).site();

    @BeforeEach
    void theOwnerIsThere() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
    }

    @Test
    void aVisitorIsToldWhenItOpensAndAtOnceWhenThatChanges() {
        // The day after tomorrow: the same instant whenever this runs, also over midnight.
        LocalDate day = LocalDate.now(Clock.systemUTC()).plusDays(2);
        String opens = day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC).toString();
        try (DeskClient agent = DeskClient.open(server, Demo.AGENT, Demo.PASSWORD, Carrier.WEBSOCKET);
                ChatClient visitor = ChatClient.open(server, site, Carrier.WEBSOCKET)) {
            visitor.tape().await("somebody is there", frame -> frame.is("presence") && frame.flag("online"));

            int mark = visitor.tape().size();
            save(Map.of(day.getDayOfWeek(), "09:00–17:00"), "We are asleep.");
            Frame closed =
                    visitor.tape().await(mark, "it has closed", frame -> frame.is("presence") && !frame.flag("online"));
            assertThat(closed.text("opens")).isEqualTo(opens.replace("Z", ".000Z"));
            assertThat(closed.text("message")).isEqualTo("We are asleep.");
            assertThat(closed.children("agents")).isEmpty();

            try (ChatClient late = ChatClient.open(server, site, Carrier.HTTP)) {
                assertThat(late.tape().await("presence").text("opens")).isEqualTo(closed.text("opens"));
                Frame posted = late.sayAndWait("is anybody there?");
                agent.awaitSummary(posted.text("conversation"));
            }
            try (ChatClient elsewhere = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
                Frame open = elsewhere
                        .tape()
                        .await("somebody is there", frame -> frame.is("presence") && frame.flag("online"));
                assertThat(open.has("opens")).isFalse();
            }

            owner.press("console/form?site=" + site, "save", Map.of("offline", "hide"));
            assertThat(loader()).contains("\"hide\":true");

            mark = visitor.tape().size();
            Map<DayOfWeek, String> whole = new HashMap<>();
            for (DayOfWeek each : DayOfWeek.values()) whole.put(each, ALL_DAY);
            save(whole, "We are asleep.");
            Frame open =
                    visitor.tape().await(mark, "it has opened", frame -> frame.is("presence") && frame.flag("online"));
            assertThat(open.has("opens")).isFalse();
            assertThat(open.has("message")).isFalse();
            Await.until("the button is back", () -> !loader().contains("\"hide\":true"));
        }
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        Map<DayOfWeek, String> night = Map.of(DayOfWeek.MONDAY, "22:00–02:00");
        HttpResponse<String> answer = press(night, "Kept as it was typed", "Berlin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("These hours end before they begin.")
                .contains("22:00–02:00")
                .contains("Kept as it was typed")
                .contains("id=\"zone-problem\"");
        assertThat(owner.get("console/hours?site=" + site).body()).contains("No hours are set: always open.");
    }

    private String loader() {
        return owner.get("widget/deskbell.js?site=" + site).body();
    }

    private void save(Map<DayOfWeek, String> week, String message) {
        HttpResponse<String> answer = press(week, message, "UTC");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** The page's form, its lines in the order of the week. */
    private HttpResponse<String> press(Map<DayOfWeek, String> week, String message, String zone) {
        String page = "console/hours?site=" + site;
        Form form = Form.with("zone", owner.get(page).body(), server.resolve(page));
        Map<String, String> values = new HashMap<>(Map.of("always", "false", "zone", zone, "message", message));
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = "d:" + (day.getValue() - 1) + ":open";
            assertThat(form.values()).containsKey(name);
            values.put(name, week.getOrDefault(day, ""));
        }
        return owner.press(page, "save", values);
    }
}
