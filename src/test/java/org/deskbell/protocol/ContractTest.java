package org.deskbell.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The frames are those of the contract files, which the JavaScript tests read too. */
class ContractTest {
    private static final Path CONTRACT = Path.of("src/test/contract");
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00.123Z");
    private static final String C = "c-9hZKJ2qDCk0cAqkJm3Xy1g";
    private static final By SITE = new By("site", "demo", "Green Corner");
    private static final By LIN = new By("visitor", "v-7Q", "Lin");
    private static final By ADA = new By("agent", "1", "Ada");
    private static final By BEN = new By("agent", "2", "Ben");
    private static final String REQUEST = "a1b2c3d4e5f6";
    private static final String PURPOSE = "To find the discount together";
    private static final List<FormField> FORM = List.of(
            new FormField("name", "text", null, true, List.of()),
            new FormField("q1-1", "choice", "What is it about?", false, List.of("An order", "Something else")));
    private static final String REF = "6f1c2d3e4a5b";

    @TestFactory
    Stream<DynamicTest> whatClientsSendIsTakenOrRefusedAsAgreed() {
        return files().entrySet().stream()
                .filter(file -> !from(file.getValue()).equals("server"))
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> takenOrRefused(file.getValue())));
    }

    private static void takenOrRefused(JsonObject contract) {
        Function<JsonValue, ?> decode = from(contract).equals("visitor") ? Decoder::visitor : Decoder::agent;
        for (JsonValue example : contract.getJsonArray("examples")) {
            assertThat(decode.apply(example)).isNotNull();
        }
        for (JsonObject refused : contract.getJsonArray("refused").getValuesAs(JsonObject.class)) {
            BadFrame bad = catchThrowableOfType(BadFrame.class, () -> decode.apply(refused.get("frame")));
            assertThat(bad).as(refused.toString()).isNotNull();
            assertThat(bad.reason()).as(refused.toString()).isEqualTo(refused.getString("reason"));
        }
    }

    @Test
    void everyFrameOfTheServerHasAContract() {
        assertThat(serverFrames().keySet()).isEqualTo(serverFiles());
    }

    @TestFactory
    Stream<DynamicTest> whatTheServerSendsIsAsAgreed() {
        return serverFrames().entrySet().stream()
                .map(frames -> DynamicTest.dynamicTest(frames.getKey(), () -> {
                    JsonArray agreed = files().get(frames.getKey()).getJsonArray("examples");
                    List<JsonObject> sent = frames.getValue().stream()
                            .map(ContractTest::encoded)
                            .toList();
                    assertThat(sent).isEqualTo(agreed.getValuesAs(JsonObject.class));
                }));
    }

    @Test
    void severalFramesTravelInOneMessage() {
        assertThat(Decoder.split("[{\"type\":\"ping\"},{\"type\":\"ping\"}]")).hasSize(2);
        assertThat(Decoder.split("{\"type\":\"ping\"}")).hasSize(1);
    }

    @Test
    void aMessageThatIsNotJsonOrTooDeepIsMalformed() {
        for (String message : List.of("", "hello", "{", "[".repeat(30_000), "{\"type\":\"ping\"}}", "\u0000")) {
            BadFrame bad = catchThrowableOfType(
                    BadFrame.class, () -> Decoder.split(message).forEach(Decoder::visitor));
            assertThat(bad).isNotNull();
            assertThat(bad.malformed()).isTrue();
        }
    }

    @Test
    void tooManyFramesInOneMessageAreRefused() {
        String message = "[" + "{\"type\":\"ping\"},".repeat(Limits.FRAMES) + "{\"type\":\"ping\"}]";
        assertThat(catchThrowableOfType(BadFrame.class, () -> Decoder.split(message)))
                .isNotNull();
    }

    @Test
    void aRefusalNamesTheFrameItIsAbout() {
        JsonObject blank = object("{\"type\":\"post\",\"ref\":\"" + REF + "\",\"text\":\"  \"}");
        BadFrame bad = catchThrowableOfType(BadFrame.class, () -> Decoder.visitor(blank));
        assertThat(bad.of()).isEqualTo("post");
        assertThat(bad.ref()).isEqualTo(REF);
        assertThat(bad.malformed()).isFalse();
    }

    private static List<OnSite> onSite() {
        OnSite.Item lin = new OnSite.Item(
                "v-7Q",
                "Lin",
                true,
                "demo",
                "Green Corner",
                "https://shop.example/p/1",
                "A pot",
                3,
                "search.example",
                "de-AT",
                4,
                AT,
                "chatting",
                new Person("1", "Ada"),
                C);
        OnSite.Item newcomer = new OnSite.Item(
                "v-8R",
                null,
                false,
                "demo",
                "Green Corner",
                "https://shop.example/",
                null,
                1,
                null,
                null,
                1,
                AT,
                "looking",
                null,
                null);
        return List.of(
                new OnSite(true, List.of(lin, newcomer), List.of(), 1_234, true),
                new OnSite(false, List.of(), List.of("v-8R"), null, true),
                new OnSite(true, List.of(), List.of(), null, false));
    }

    private static Map<String, List<? extends FromServer>> serverFrames() {
        Summary mine = new Summary(
                C,
                "demo",
                "Green Corner",
                null,
                new Summary.Guest("v-7Q", "Lin", false, true),
                "open",
                new Person("1", "Ada"),
                new Summary.Last(4, AT, "agent", "Let me look."),
                4,
                0,
                null,
                AT,
                AT,
                new Summary.Aside(List.of("2"), List.of("100"), null),
                4,
                List.of(new Person("2", "Ben")));
        Summary waiting = new Summary(
                "c-2",
                "demo",
                "Green Corner",
                new Department("100", "Orders", null),
                new Summary.Guest("v-8R", null, false, false),
                "open",
                null,
                new Summary.Last(2, AT, "visitor", "Hello?"),
                2,
                1,
                AT,
                AT,
                AT,
                new Summary.Aside(List.of(), List.of(), new Summary.Sleep(AT, AT.plusSeconds(3_600))),
                null,
                List.of());
        Counters counters = new Counters(1, 2, 1, Map.of("1", 1), Map.of("2", 1));
        VisitorCard card = new VisitorCard(
                "v-7Q",
                "Lin",
                "lin@example.com",
                true,
                "4711",
                true,
                "de-AT",
                "Europe/Vienna",
                "Firefox on Android",
                new PageView("https://shop.example/p/1", "A pot", "https://search.example/"),
                Map.of("plan", "gold"),
                Map.of("order", "4711"),
                AT,
                AT,
                List.of(
                        new VisitorCard.Earlier("c-1", AT, "closed", "Thank you", "Ben", 5),
                        new VisitorCard.Earlier("c-0", AT, "open", null, null, null)),
                true,
                List.of(
                        new VisitorCard.Seen("https://shop.example/", null, AT),
                        new VisitorCard.Seen("https://shop.example/p/1", "A pot", AT)));
        Map<String, List<? extends FromServer>> frames = new LinkedHashMap<>();
        frames.put(
                "posted",
                List.of(
                        new Posted(head(1, SITE), "Hello! How can we help?", null),
                        new Posted(head(2, LIN), "Where is my parcel?", REF),
                        new Posted(head(4, ADA), "Let me look.", "a1b2c3d4"),
                        new Posted(
                                head(5, LIN),
                                "",
                                REF,
                                List.of(
                                        new Posted.File(
                                                "Zm9vYmFyYmF6cXV4cXV1eDEy",
                                                "pot.jpg",
                                                48_213,
                                                "image/jpeg",
                                                1_200,
                                                900),
                                        new Posted.File(
                                                "YmFyZm9vYmF6cXV4cXV1eDEy",
                                                "invoice.pdf",
                                                20_480,
                                                "application/pdf",
                                                null,
                                                null)),
                                null,
                                false,
                                null),
                        new Posted(head(6, LIN), "", "a1b2c3d4", List.of(), null, false, null),
                        new Posted(head(7, ADA), "", "b1b2c3d4", null, null, true, null),
                        new Posted(head(8, ADA), "On Tuesday.", "c1b2c3d4", null, AT, false, null),
                        new Posted(head(9, ADA), "Yes, it is.", "e1b2c3d4", null, null, false, 2L),
                        new Posted(
                                head(10, ADA),
                                "Which one?",
                                "f1b2c3d4",
                                null,
                                null,
                                false,
                                null,
                                List.of("The red one", "The blue one"))));
        frames.put(
                "claimed",
                List.of(
                        Claimed.by(head(3, ADA)),
                        new Claimed(head(3, ADA), true, null),
                        new Claimed(head(3, ADA), false, new Person("2", "Ben"))));
        frames.put("joined", List.of(new Joined(head(4, BEN), true)));
        frames.put("left", List.of(new Joined(head(5, BEN), false)));
        frames.put(
                "released",
                List.of(
                        new Released(head(5, ADA), "handed-back"),
                        new Released(head(6, ADA), "dropped-out"),
                        new Released(head(7, ADA), "left-department"),
                        new Released(head(8, ADA), "transferred"),
                        new Released(head(9, ADA), "unanswered"),
                        new Released(head(10, ADA), "went-offline")));
        frames.put(
                "transferred",
                List.of(
                        new Transferred(head(5, ADA), new Person("2", "Ben"), null, null),
                        new Transferred(head(6, ADA), null, new Department("100", "Orders", null), null),
                        new Transferred(head(7, ADA), new Person("2", "Ben"), null, "went-offline")));
        frames.put(
                "closed",
                List.of(
                        new Closed(head(7, ADA), null),
                        new Closed(head(8, LIN), null),
                        new Closed(head(8, new By("site", "100", null)), 30)));
        frames.put("reopened", List.of(new Reopened(head(9, LIN))));
        frames.put("marked", List.of(new Marked(head(10, ADA), 9, 2)));
        frames.put(
                "noted",
                List.of(
                        new Noted(head(11, ADA), "Ask the warehouse, @Ben", List.of("2"), REF),
                        new Noted(head(12, ADA), "He is angry", List.of(), "a1b2c3d4")));
        frames.put("heeded", List.of(new Heeded(head(13, ADA))));
        frames.put(
                "labelled",
                List.of(
                        new Labelled(head(14, ADA), new Person("100", "Refund"), true),
                        new Labelled(head(15, ADA), new Person("100", "Refund"), false)));
        frames.put(
                "snoozed",
                List.of(new Snoozed(head(16, ADA), AT.plusSeconds(3_600)), new Snoozed(head(17, ADA), null)));
        frames.put(
                "woken",
                List.of(
                        new Woken(head(18, SITE), "time"),
                        new Woken(head(19, LIN), "visitor"),
                        new Woken(head(20, ADA), "agent")));
        frames.put("removed", List.of(new Removed(head(21, ADA), 4, REF)));
        frames.put(
                "edited",
                List.of(
                        new Edited(head(22, ADA), 8, "On Tuesday.", "On Monday.", REF),
                        new Edited(head(22, ADA), 8, "On Tuesday.", null, REF),
                        new Edited(head(23, ADA), 7, "", null, "d1b2c3d4")));
        frames.put("passed", List.of(new Passed(C, 11)));
        frames.put("live", List.of(new Live(C, 10)));
        frames.put(
                "older", List.of(new Older(C, List.of(new Posted(head(1, SITE), "Hello! How can we help?", null)), 1)));
        frames.put(
                "typing",
                List.of(
                        new TypingNow(C, ADA, true),
                        new TypingNow(C, ADA, false),
                        new TypingNow(C, LIN, true, "Where is my par")));
        frames.put("viewing", List.of(new ViewingNow(C, ADA, true), new ViewingNow(C, ADA, false)));
        frames.put(
                "refused",
                List.of(
                        new Refused("post", REF, null, "storage", null, null, 2),
                        new Refused("claim", REF, C, "taken", null, ADA, null),
                        new Refused(null, null, null, "malformed", "this is not JSON", null, null)));
        frames.put("beat", List.of(new Beat()));
        frames.put("pong", List.of(new Pong()));
        frames.put(
                "visitor-welcome",
                List.of(
                        new VisitorWelcome(
                                "v-7Q", "t-3lq", "e1", null, "none", false, 1, 0, false, null, FORM, true, 3, false),
                        new VisitorWelcome(
                                "v-7Q", null, "e1", C, "open", true, 13, 15, true, "Lin", List.of(), false, null,
                                true)));
        frames.put(
                "presence",
                List.of(
                        new Presence(true, List.of(new Person("1", "Ada"))),
                        new Presence(false, List.of()),
                        Presence.closed(Instant.parse("2026-07-27T07:00:00Z"), "We are asleep."),
                        new Presence(true, List.of(new Person("1", "Ada"))).showing(true)));
        frames.put("queue", List.of(new QueueNow(C, 3, 5), new QueueNow(C, 1, null), new QueueNow(C, null, null)));
        frames.put("started", List.of(new Started(C, false), new Started(C, true)));
        frames.put(
                "earlier-of",
                List.of(
                        new EarlierOf(
                                C,
                                "c-1",
                                List.of(new VisitorCard.Earlier("c-0", AT, "closed", "Thank you", "Ben", 5)),
                                true),
                        new EarlierOf(C, null, List.of(), false)));
        frames.put(
                "earlier",
                List.of(
                        new EarlierNow(
                                null,
                                List.of(
                                        new EarlierNow.Item(
                                                "c-2",
                                                AT,
                                                31,
                                                List.of("Ada", "Ben"),
                                                new EarlierNow.Last(AT, "visitor", "Thank you", false),
                                                5),
                                        new EarlierNow.Item(
                                                "c-1",
                                                AT,
                                                4,
                                                List.of(),
                                                new EarlierNow.Last(AT, "agent", "", true),
                                                null)),
                                true),
                        new EarlierNow("c-1", List.of(), false)));
        frames.put("forgotten", List.of(new Forgotten()));
        frames.put("introduced", List.of(new Introduced()));
        frames.put(
                "rated", List.of(Rated.of(head(19, LIN), "5 Quick and kind", REF), Rated.of(head(20, LIN), "3", null)));
        frames.put(
                "agent-welcome",
                List.of(
                        new AgentWelcome(
                                new Colleague("1", "Ada", "online"),
                                "administrator",
                                "e1",
                                Map.of("scheme", "dark"),
                                5),
                        new AgentWelcome(new Colleague("1", "Ada", "online"), "agent", "e1", Map.of(), 100)));
        frames.put(
                "inbox",
                List.of(
                        new Inbox(
                                true,
                                List.of(mine, waiting),
                                counters,
                                List.of(
                                        new Colleague("1", "Ada", "online", true, List.of()),
                                        new Colleague("2", "Ben", "away", false, List.of("100"))),
                                List.of(new LabelCard("100", "Refund", "orange")),
                                List.of(new Department("100", "Orders", "demo")),
                                List.of()),
                        new Inbox(false, List.of(waiting), counters, null, null, null, List.of("c-3"))));
        frames.put(
                "listed", List.of(new Listed("closed", List.of(mine), "n-1"), new Listed("closed", List.of(), null)));
        frames.put("opened", List.of(new Opened(mine, card, true, 5, 4, new Opened.Files(10_485_760, 10))));
        frames.put("visitor-now", List.of(new VisitorNow(C, card)));
        frames.put("status", List.of(new StatusNow("away")));
        frames.put("parting", List.of(new PartingNow(3, 1, 0)));
        frames.put(
                "preferred",
                List.of(new Preferred(Map.of("shortcuts", "claim=q close="), REF), new Preferred(Map.of(), null)));
        frames.put(
                "assisted",
                List.of(
                        assisted(11, ADA, "asked", "'kinds':['see','point'],'purpose':'" + PURPOSE + "','minutes':30"),
                        assisted(12, LIN, "allowed", "'kinds':['see'],'until':'2026-11-21T10:00:00.123Z'"),
                        assisted(13, LIN, "declined", "'kinds':['see','point']"),
                        assisted(14, LIN, "stopped", "'kinds':['see'],'why':'visitor'"),
                        assisted(15, new By("site", "1", null), "stopped", "'kinds':['see'],'why':'expired'"),
                        assisted(
                                16,
                                ADA,
                                "proposed",
                                "'proposal':'b7c8d9e0f1a2','action':'fill','label':'Voucher','node':12,'value':'GREEN10'"),
                        assisted(17, LIN, "settled", "'proposal':'b7c8d9e0f1a2','answer':'done'"),
                        assisted(18, ADA, "called", "'state':'started'")));
        Person ada = new Person("1", "Ada");
        Instant soon = AT.plusSeconds(300);
        Instant later = AT.plusSeconds(1_800);
        frames.put(
                "assistance",
                List.of(
                        new AssistanceNow(
                                C,
                                List.of(new AssistanceNow.Request(
                                        REQUEST, ada, List.of("see", "point"), "asked", PURPOSE, 30, soon)),
                                List.of(),
                                true),
                        new AssistanceNow(
                                C,
                                List.of(new AssistanceNow.Request(
                                        REQUEST, ada, List.of("voice"), "allowed", null, 30, later)),
                                List.of(
                                        new AssistanceNow.Relay(List.of("stun:turn.example:3478"), null, null),
                                        new AssistanceNow.Relay(
                                                List.of("turn:turn.example:3478"),
                                                "1795253400:" + REQUEST,
                                                "bm90IGEgcGFzc3dvcmQ=")),
                                true),
                        new AssistanceNow(C, List.of(), List.of(), false)));
        Assist page = new Assist(null, null, "page", "eJyrVkpUslIqLU4tUrKuBQAjdgT5", "s-4kQ", 1, true);
        Assist point = new Assist(C, REQUEST, "point", "{\"off\":true}", null, 0, false);
        frames.put(
                "answers",
                List.of(
                        new AnswersNow(
                                "shared",
                                null,
                                List.of(
                                        new AnswersNow.Item(
                                                "101",
                                                "hello",
                                                "Greeting",
                                                "Hello {{visitor.name|there}}!",
                                                null,
                                                List.of(),
                                                null,
                                                List.of()),
                                        new AnswersNow.Item(
                                                "102",
                                                "returns",
                                                "How to send back",
                                                "Within 30 days.\nThe label is in the parcel.",
                                                "demo",
                                                List.of("12", "15"),
                                                "close",
                                                List.of("Print it again", "All fine")))),
                        new AnswersNow("own", "::", List.of())));
        frames.put("kept", List.of(new Kept(REF)));
        frames.put("begun", List.of(new Begun(REF, C)));
        frames.put("held", List.of(new HeldBack(C, REF, 10), new HeldBack(C, REF, 0)));
        frames.put("unsent", List.of(new TakenBack(C, REF)));
        frames.put("onsite", onSite());
        frames.put("assist", List.of(new AssistNow(C, LIN, page), new AssistNow(C, ADA, point)));
        return frames;
    }

    private static Assisted assisted(long seq, By by, String event, String members) {
        String told =
                "{'event':'" + event + "','request':'" + REQUEST + "','agent':{'id':'1','name':'Ada'}," + members + "}";
        return Assisted.of(head(seq, by), told.replace('\'', '"'));
    }

    private static Head head(long seq, By by) {
        return new Head(C, seq, AT, by);
    }

    private static JsonObject encoded(FromServer frame) {
        return object(Encoder.encode(frame));
    }

    private static Set<String> serverFiles() {
        return files().entrySet().stream()
                .filter(file -> from(file.getValue()).equals("server"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String from(JsonObject contract) {
        return contract.getString("from");
    }

    private static Map<String, JsonObject> files() {
        try (Stream<Path> files = Files.list(CONTRACT)) {
            Map<String, JsonObject> contracts = new LinkedHashMap<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                contracts.put(name, object(Files.readString(file)));
            }
            return contracts;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
