package org.deskbell.protocol;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Text to frames. A message is one frame or an array of them; a frame that is none is a {@link BadFrame}. */
public final class Decoder {
    // Json.createParser looks its provider up at every call; the factory does so once.
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private static final Map<String, Function<Fields, FromVisitor>> VISITOR = Map.ofEntries(
            Map.entry("hello", Decoder::visitorHello),
            Map.entry(
                    "post",
                    f -> new Post(
                            null,
                            f.text("ref"),
                            f.text("text"),
                            f.wordsOrNull("files"),
                            f.numberOr("quote", 0),
                            0,
                            null)),
            Map.entry("typing", f -> new Typing(null, f.flag("on"), f.textOrNull("text"))),
            Map.entry("mark", f -> new Mark(null, f.number("delivered"), f.number("seen"))),
            Map.entry("before", f -> new Before(f.textOrNull("conversation"), f.number("seq"), limit(f))),
            Map.entry("earlier", f -> new Earlier(null, f.textOrNull("before"))),
            Map.entry("identify", f -> new Identify(identity(f))),
            Map.entry("introduce", f -> new Introduce(f.answers("answers"))),
            Map.entry("rate", Decoder::rate),
            Map.entry("page", f -> new PageChange(page(f))),
            Map.entry("end", f -> new End(f.text("ref"))),
            Map.entry("forget", f -> new Forget(f.text("ref"))),
            Map.entry("ping", f -> new Ping()),
            Map.entry("answer", f -> new Consent(f.text("ref"), f.text("request"), f.words("kinds"))),
            Map.entry("stop", f -> stop(f, null, f.textOrNull("request"))),
            Map.entry(
                    "settle", f -> new Settle(f.text("ref"), f.text("request"), f.text("proposal"), f.text("answer"))),
            Map.entry("assist", f -> assist(f, null)));

    private static final Map<String, Function<Fields, FromAgent>> AGENT = Map.ofEntries(
            Map.entry("hello", f -> new AgentHello(f.textOrNull("epoch"))),
            Map.entry("open", f -> new Open(f.text("conversation"), f.numberOr("after", 0))),
            Map.entry("leave", f -> new Leave(f.text("conversation"))),
            Map.entry(
                    "post",
                    f -> new Post(
                            f.text("conversation"),
                            f.text("ref"),
                            f.text("text"),
                            f.wordsOrNull("files"),
                            f.numberOr("quote", 0),
                            f.numberOr("hold", 0),
                            f.wordsOrNull("choices"))),
            Map.entry("typing", f -> new Typing(f.text("conversation"), f.flag("on"))),
            Map.entry("view", f -> new View(f.text("conversation"), f.flag("on"))),
            Map.entry("mark", f -> new Mark(f.text("conversation"), f.number("delivered"), f.number("seen"))),
            Map.entry("before", f -> new Before(f.text("conversation"), f.number("seq"), limit(f))),
            Map.entry("earlier", f -> new Earlier(f.text("conversation"), f.textOrNull("before"))),
            Map.entry("claim", f -> new Claim(f.text("conversation"), f.text("ref"), f.textOrNull("from"))),
            Map.entry("join", f -> new Join(f.text("conversation"), f.text("ref"), f.flag("on"))),
            Map.entry("release", f -> new Release(f.text("conversation"), f.text("ref"))),
            Map.entry(
                    "transfer",
                    f -> new Transfer(
                            f.text("conversation"), f.text("ref"), f.textOrNull("agent"), f.textOrNull("department"))),
            Map.entry("close", f -> new Close(f.text("conversation"), f.text("ref"))),
            Map.entry("list", f -> new ListBox(f.text("box"), f.textOrNull("before"))),
            Map.entry("status", f -> new Status(f.text("status"))),
            Map.entry("prefer", f -> new Prefer(f.text("ref"), f.text("name"), f.text("choice"))),
            Map.entry("ping", f -> new Ping()),
            Map.entry("ask", Decoder::ask),
            Map.entry("stop", f -> stop(f, f.text("conversation"), f.text("request"))),
            Map.entry("propose", Decoder::propose),
            Map.entry(
                    "called",
                    f -> new Called(f.text("conversation"), f.text("ref"), f.text("request"), f.text("state"))),
            Map.entry("assist", f -> assist(f, f.text("conversation"))),
            Map.entry("keep", f -> new Keep(f.text("ref"), f.text("shortcut"), f.text("title"), f.text("text"))),
            Map.entry("note", Decoder::note),
            Map.entry("heed", f -> new Heed(f.text("conversation"))),
            Map.entry("label", f -> new PutLabel(f.text("conversation"), f.text("ref"), f.text("label"), f.flag("on"))),
            Map.entry("snooze", f -> new Snooze(f.text("conversation"), f.text("ref"), f.instantOrNull("until"))),
            Map.entry("wake", f -> new Wake(f.text("conversation"), f.text("ref"))),
            Map.entry("unsend", f -> new Unsend(f.text("conversation"), f.text("ref"))),
            Map.entry("remove", f -> new Remove(f.text("conversation"), f.text("ref"), f.number("of"))),
            Map.entry("edit", f -> new Edit(f.text("conversation"), f.text("ref"), f.number("of"), f.text("text"))),
            Map.entry("watch", f -> new Watch(f.flag("on"))),
            Map.entry("begin", f -> new Begin(f.text("visitor"), f.text("ref"), f.text("text"))),
            Map.entry("parting", f -> new Parting()));

    private Decoder() {}

    /** The frames in {@code message}, unread: each is turned into a record by {@link #visitor} or {@link #agent}. */
    public static List<JsonValue> split(String message) {
        JsonValue value = read(message);
        if (!(value instanceof JsonArray array)) return List.of(value);
        if (array.size() > Limits.FRAMES) throw new BadFrame("malformed", "at most " + Limits.FRAMES + " frames");
        return array;
    }

    public static FromVisitor visitor(JsonValue frame) {
        return decode(frame, VISITOR);
    }

    public static FromAgent agent(JsonValue frame) {
        return decode(frame, AGENT);
    }

    private static JsonValue read(String message) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(message))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) throw new BadFrame("malformed", "something follows the frame");
            return value;
        } catch (BadFrame bad) {
            throw bad;
        } catch (RuntimeException notJson) {
            // JsonException says so; Parsson 1.1 throws a bare RuntimeException at 1,000 levels.
            throw new BadFrame("malformed", "this is not JSON");
        }
    }

    private static <F> F decode(JsonValue frame, Map<String, Function<Fields, F>> types) {
        if (!(frame instanceof JsonObject object)) throw new BadFrame("malformed", "a frame is an object");
        String type = textAt(object, "type");
        if (type == null) throw new BadFrame("malformed", "type is a text");
        try {
            Function<Fields, F> make = types.get(type);
            if (make == null) throw new BadFrame("unknown-type", "there is no such frame");
            Fields fields = new Fields(object);
            fields.text("type");
            F made = make.apply(fields);
            fields.end();
            return made;
        } catch (BadFrame bad) {
            throw bad.about(Checks.cut(type, 40), Checks.cut(textAt(object, "ref"), 64));
        }
    }

    private static String textAt(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static VisitorHello visitorHello(Fields f) {
        long after = f.numberOr("after", 0);
        Checks.atLeast("after", after, 0);
        Fields page = f.objectOrNull("page");
        PageView view = page == null ? null : page(page);
        if (page != null) page.end();
        return new VisitorHello(
                f.text("site"),
                f.textOrNull("token"),
                f.textOrNull("conversation"),
                after,
                f.textOrNull("epoch"),
                Checks.cut(f.textOrNull("language"), 35),
                Checks.cut(f.textOrNull("zone"), 64),
                view,
                identity(f));
    }

    private static Identity identity(Fields f) {
        return new Identity(
                f.textOrNull("proof"),
                f.textOrNull("name"),
                f.attributesOrNull("attributes"),
                f.attributesOrNull("about"));
    }

    private static PageView page(Fields f) {
        return new PageView(f.text("url"), f.textOrNull("title"), f.textOrNull("referrer"));
    }

    private static int limit(Fields f) {
        long limit = f.number("limit");
        Checks.between("limit", limit, 1, Limits.PAGE);
        return (int) limit;
    }

    private static Rate rate(Fields f) {
        long stars = f.number("stars");
        Checks.between("stars", stars, 1, 5);
        return new Rate(f.text("conversation"), f.text("ref"), (int) stars, f.textOrNull("comment"));
    }

    private static Ask ask(Fields f) {
        return new Ask(
                f.text("conversation"), f.text("ref"), f.words("kinds"), f.textOrNull("purpose"), f.number("minutes"));
    }

    private static Note note(Fields f) {
        return new Note(f.text("conversation"), f.text("ref"), f.text("text"), f.wordsOrNull("mentions"));
    }

    private static Stop stop(Fields f, String conversation, String request) {
        return new Stop(conversation, f.text("ref"), request, f.wordsOrNull("kinds"));
    }

    private static Propose propose(Fields f) {
        return new Propose(
                f.text("conversation"),
                f.text("ref"),
                f.text("request"),
                f.text("action"),
                f.numberOr("node", 0),
                f.text("label"),
                f.textOrNull("value"));
    }

    private static Assist assist(Fields f, String conversation) {
        return new Assist(
                conversation,
                f.textOrNull("request"),
                f.text("about"),
                f.text("data"),
                f.textOrNull("stream"),
                f.numberOr("n", 0),
                f.flagOrNot("more"));
    }
}
