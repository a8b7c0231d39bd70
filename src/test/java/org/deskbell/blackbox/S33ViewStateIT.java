package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.deskbell.support.Demo;
import org.deskbell.support.DeskClient;
import org.deskbell.support.Form;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S33: a form that is sent with anything but the state of its own page and session changes nothing; with that, the very same one does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S33ViewStateIT {
    private static final String STATE = "jakarta.faces.ViewState";

    /** More than the server keeps for one session. */
    private static final int PAGES = 40;

    private final URI server = ServerUnderTest.shared();
    private House house;
    private DeskClient agent;
    private WebSession agentsOther;
    private WebSession administrator;
    private WebSession administratorsOther;

    /** One button of one page, and whether pressing it has changed what it is for. */
    private record Deed(
            String page,
            String button,
            Map<String, String> values,
            WebSession session,
            WebSession other,
            BooleanSupplier done) {
        @Override
        public String toString() {
            return page.replaceAll("\\?.*", "") + " " + button;
        }
    }

    /** A page as it came: the fields its button sends. */
    private record Opened(URI action, Map<String, String> fields) {
        String state() {
            return fields.get(STATE);
        }
    }

    @BeforeAll
    void come() {
        house = new House(server);
        agent = house.agent("Nora", server);
        String login = login();
        administrator = house.administrator(login);
        administratorsOther = loggedIn(login);
        agentsOther = house.agent("Otto", server).session();
    }

    private static String login() {
        return "ines-" + UUID.randomUUID() + "@example.com";
    }

    private WebSession loggedIn(String login) {
        WebSession session = new WebSession(server);
        session.logIn(login, Demo.PASSWORD);
        return session;
    }

    @AfterAll
    void leave() {
        agent.close();
    }

    Stream<Deed> deeds() {
        String name = "Renamed " + UUID.randomUUID();
        String site = house.site();
        String doomed = house.site();
        String department = "Department " + UUID.randomUUID();
        String login = login();
        WebSession changing = house.administrator(login);
        WebSession changingToo = loggedIn(login);
        String invited = "invited-" + UUID.randomUUID() + "@example.com";
        return Stream.of(
                new Deed(
                        "console/account",
                        "rename",
                        Map.of("name", name),
                        agent.session(),
                        agentsOther,
                        () -> agent.session().get("console/account").body().contains(name)),
                new Deed(
                        "console/account",
                        "change",
                        Map.of("old", Demo.PASSWORD, "wanted", "seven quiet owls tonight"),
                        changing,
                        changingToo,
                        () -> !changingToo.isInside()),
                new Deed(
                        "console/agents",
                        "send",
                        Map.of("name", "Invited", "login", invited, "role", "agent"),
                        administrator,
                        administratorsOther,
                        () -> administrator.get("console/agents").body().contains(invited)),
                new Deed(
                        "console/site?key=" + site,
                        "add",
                        Map.of("department", department),
                        administrator,
                        administratorsOther,
                        () -> administrator
                                .get("console/site?key=" + site)
                                .body()
                                .contains(department)),
                new Deed(
                        "console/delete-site?key=" + doomed,
                        "delete",
                        Map.of("confirm", doomed),
                        administrator,
                        administratorsOther,
                        () -> administrator.get("console/site?key=" + doomed).statusCode() == 404));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void onlyTheStateOfThePageItselfDoesWhatTheButtonIsFor(Deed deed) {
        Opened genuine = open(deed.session(), deed);
        String state = genuine.state();
        for (String forged : new String[] {
            flipped(state, state.length() - 1),
            flipped(state, 0),
            state + "0",
            state.substring(0, state.indexOf(':')),
            state.substring(state.indexOf(':')),
            "",
            ":",
            "stateless",
            "1:2",
            "-1:-1",
            "AAAA",
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAx3CAAAABAAAAAAeA==",
            "../../x",
            "${1+1}",
            "\u0000",
            "1".repeat(10_000)
        }) {
            refused(deed, "forged " + forged, send(deed, genuine, forged));
        }
        refused(deed, "no state", send(deed, genuine, null));

        Opened others = open(deed.other(), deed);
        refused(deed, "another session's state", send(deed, genuine, others.state()));
        refused(deed, "another session's form", send(deed, others, others.state()));

        Opened old = open(deed.session(), deed);
        for (int i = 0; i < PAGES; i++) deed.session().get(deed.page());
        refused(deed, "an old state", send(deed, old, old.state()));

        Opened last = open(deed.session(), deed);
        HttpResponse<String> taken = send(deed, last, last.state());
        assertThat(deed.done().getAsBoolean())
                .as("%s: %s", taken.statusCode(), taken.body())
                .isTrue();
    }

    @Test
    void aStateDoesNotOutliveItsLogIn() {
        DeskClient gone = house.agent("Gone", server);
        gone.close();
        WebSession session = gone.session();
        Opened before = opened(session, "console/account", "rename");
        Map<String, String> fields = new LinkedHashMap<>(before.fields());
        fields.put("name", "From the log-in before");
        session.tryLogOut();
        assertThat(session.post(before.action().toString(), fields).statusCode())
                .isIn(302, 401, 403);
    }

    /** Nothing is done, and whoever pressed the button sees a page that says so kindly, or a fresh copy of his own. */
    private static void refused(Deed deed, String how, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", how, answer.body()).isIn(200, 303, 404);
        HttpResponse<String> page = deed.session().follow(answer);
        assertThat(page.statusCode()).as(how).isIn(200, 404);
        assertThat(page.body()).as(how).contains("<h1").doesNotContain("Exception:", "\tat ");
        if (answer.statusCode() / 100 == 3)
            assertThat(page.uri())
                    .as(how)
                    .isEqualTo(deed.session().get(deed.page()).uri());
        assertThat(deed.done().getAsBoolean()).as(how).isFalse();
        assertThat(deed.session().isInside()).as(how).isTrue();
    }

    /** Presses the button of this page with this state instead of its own; null for none. */
    private static HttpResponse<String> send(Deed deed, Opened page, String state) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields());
        fields.putAll(deed.values());
        if (state == null) fields.remove(STATE);
        else fields.put(STATE, state);
        String from = ServerUnderTest.shared().resolve(deed.page()).toString();
        return deed.session().post(page.action().toString(), fields, "Referer", from);
    }

    private static Opened open(WebSession session, Deed deed) {
        return opened(session, deed.page(), deed.button());
    }

    private static Opened opened(WebSession session, String path, String button) {
        HttpResponse<String> page = session.get(path);
        Form form = Form.with(button, page.body(), page.uri());
        Map<String, String> fields = form.values(button);
        assertThat(fields).as(page.body()).containsKeys(STATE, button);
        return new Opened(form.action(), fields);
    }

    /** With another digit in this place. */
    private static String flipped(String state, int at) {
        char other = state.charAt(at) == '1' ? '2' : '1';
        return state.substring(0, at) + other + state.substring(at + 1);
    }
}
