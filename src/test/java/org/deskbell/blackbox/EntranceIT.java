package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Frame;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.Stations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which department a conversation begins (E1), and that it comes to who answers there and in the visitor's language. */
class EntranceIT {
    /** Longer than it takes to look around once more. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private final House house = new House(ServerUnderTest.shared());
    private final Stations stations = new Stations(ServerUnderTest.shared());
    private final List<DeskClient> desks = new ArrayList<>();
    private final List<ChatClient> visitors = new ArrayList<>();
    private String site;
    /** Of no department: she sees them all, and is given nothing. */
    private DeskClient wanda;

    @BeforeEach
    void aSite() {
        site = house.site();
        wanda = house.agent("Wanda", ServerUnderTest.shared());
        desks.add(wanda);
        wanda.send(Frame.of("status", "status", "away"));
    }

    @AfterEach
    void everybodyLeaves() {
        house.part(site, "queue");
        visitors.forEach(ChatClient::close);
        for (DeskClient desk : desks) desk.close();
    }

    @Test
    void whereNothingIsSaidItBeginsInNoneAndThenByTheEntrance() {
        assertThat(department(asks(visitor()))).isNull();
        house.department(site, "Orders");
        house.department(site, "Plants");
        assertThat(department(asks(visitor()))).isNull();
        house.begin(site, "Plants");
        assertThat(department(asks(visitor()))).isEqualTo("Plants");
    }

    @Test
    void aPageNamesTheDepartmentAndWhatIsNoneIsPassedOver() {
        house.department(site, "Orders");
        house.department(site, "Plants");
        house.begin(site, "Plants");
        assertThat(department(asks(visitor(hello -> hello.with("about", said("orders"))))))
                .isEqualTo("Orders");
        assertThat(department(asks(visitor(hello -> hello.with("about", said("Repairs"))))))
                .isEqualTo("Plants");

        ChatClient later = visitor();
        later.send(Frame.of("identify", "about", said("Orders")));
        assertThat(department(asks(later))).isEqualTo("Orders");
    }

    @Test
    void theVisitorIsAskedAndOnlyWhoAnswersThereIsGivenIt() {
        house.department(site, "Orders");
        house.department(site, "Plants");
        house.askForDepartment(site, "What is it about?");
        DeskClient ann = agent("Ann", "Orders");
        DeskClient bob = agent("Bob", "Plants");
        house.give(site, "load", false);

        ChatClient visitor = visitor();
        List<Frame> form = visitor.tape().await("welcome").children("form");
        assertThat(form).hasSize(1);
        assertThat(form.get(0).text("kind")).isEqualTo("choice");
        assertThat(form.get(0).words("choices")).containsExactly("Orders", "Plants");
        visitor.send(Frame.of("introduce", "answers", answer("Plants")));
        visitor.tape().await("introduced");
        asks(visitor);
        assertThat(owner(visitor)).isEqualTo("Bob");

        // His colleague has room, and may not see it.
        house.hold(bob, 1);
        ChatClient second = visitor();
        second.send(Frame.of("introduce", "answers", answer("Plants")));
        second.tape().await("introduced");
        asks(second);
        Await.never("given", A_WHILE, () -> !second.tape().all("claimed").isEmpty());
        assertThat(ann.inbox()).doesNotContainKey(second.conversation());
        assertThat(department(second)).isEqualTo("Plants");
    }

    @Test
    void aDepartmentThatIsNotOneIsRefused() {
        house.department(site, "Orders");
        house.department(site, "Plants");
        house.askForDepartment(site, "What is it about?");
        ChatClient visitor = visitor();
        visitor.send(Frame.of("introduce", "answers", answer("Repairs' or 1=1")));
        Frame refused = visitor.tape().await("refused");
        assertThat(refused.text("reason")).isEqualTo("bad-answer");
        assertThat(refused.text("detail")).isEqualTo("department");
    }

    @Test
    void whoAnswersInTheVisitorsLanguageIsGivenItFirstAndWhereHeHasNoRoomAnybody() {
        house.department(site, "Orders");
        house.begin(site, "Orders");
        DeskClient german = agent("Gerda", "Orders");
        DeskClient french = agent("Fleur", "Orders");
        house.speak(german, "de");
        house.speak(french, "French, Dutch");
        house.hold(french, 1);
        house.give(site, "load", false);
        assertThat(owner(asks(visitor(hello -> hello.with("language", "fr-CA")))))
                .isEqualTo("Fleur");
        assertThat(owner(asks(visitor(hello -> hello.with("language", "fr"))))).isEqualTo("Gerda");
    }

    private DeskClient agent(String name, String department) {
        DeskClient desk = house.agent(name, ServerUnderTest.shared());
        desks.add(desk);
        stations.putInto(desk.agent().text("id"), site, department);
        return desk;
    }

    private ChatClient visitor() {
        return visitor(hello -> hello);
    }

    private ChatClient visitor(UnaryOperator<Frame> more) {
        ChatClient visitor = ChatClient.of(ServerUnderTest.shared(), site, Carrier.WEBSOCKET)
                .saying(more)
                .start();
        visitors.add(visitor);
        return visitor;
    }

    private static ChatClient asks(ChatClient visitor) {
        visitor.sayAndWait("hello");
        return visitor;
    }

    private static JsonObject said(String department) {
        return Json.createObjectBuilder().add("department", department).build();
    }

    private static JsonObject answer(String department) {
        return said(department);
    }

    private static String owner(ChatClient visitor) {
        return visitor.tape().await("claimed").child("by").text("name");
    }

    /** As it stands in the list. */
    private String department(ChatClient visitor) {
        Frame summary = Await.value("it is listed", () -> wanda.inbox().get(visitor.conversation()));
        return summary.has("department") ? summary.child("department").text("name") : null;
    }
}
