package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** A visitor's client as protocol.md describes it: keeps its token, its place in the log and what was not acknowledged. */
public final class ChatClient extends ProtocolClient {

    private final String site;
    private UnaryOperator<Frame> dressing = hello -> hello;
    private String token;
    private String visitor;
    private String epoch;
    private Transcript transcript = new Transcript(null);
    private boolean fresh;

    private ChatClient(Route route, String site) {
        super(route);
        this.site = site;
    }

    /** A new visitor of this site, not connected yet. */
    public static ChatClient of(URI base, String site, Carrier carrier) {
        return new ChatClient(new Route(base, "/chat", carrier, Map::of), site);
    }

    /** The same, as a trusted proxy tells of somebody at this address. */
    public static ChatClient from(String address, URI base, String site, Carrier carrier) {
        return new ChatClient(new Route(base, "/chat", carrier, () -> Map.of("X-Forwarded-For", address)), site);
    }

    public static ChatClient open(URI base, String site, Carrier carrier) {
        return of(base, site, carrier).start();
    }

    /** Adds to the hello: page, name, attributes, proof … */
    public ChatClient saying(UnaryOperator<Frame> more) {
        dressing = more;
        return this;
    }

    /** Connects and waits until everything that was there has arrived. */
    public ChatClient start() {
        int mark = tape.size();
        connect();
        tape.await(mark, "welcome");
        return this;
    }

    /** The same visitor in another tab, knowing nothing but the token. */
    public ChatClient tab(URI base) {
        ChatClient tab = of(base, site, carrier());
        tab.token = token();
        return tab;
    }

    public ChatClient withToken(String known) {
        token = known;
        return this;
    }

    @Override
    protected Frame hello() {
        boolean holds = transcript.conversation() != null;
        return dressing.apply(Frame.of(
                "hello",
                "site",
                site,
                "token",
                token,
                "conversation",
                transcript.conversation(),
                "after",
                holds ? transcript.after() : null,
                "epoch",
                holds ? epoch : null));
    }

    @Override
    protected void handle(Frame frame) {
        if (frame.is("welcome")) {
            welcomed(frame);
        } else if (frame.is("started")) {
            transcript = new Transcript(frame.text("conversation"));
        } else if (frame.is("older")) {
            boolean current = frame.text("conversation").equals(transcript.conversation());
            if (current) transcript.prepend(frame.children("entries"));
        } else if (frame.is("refused") && "hello".equals(frame.text("of"))) {
            fresh = "already".equals(frame.text("reason"));
        } else if (frame.isEntry()) {
            apply(frame);
        }
    }

    private void welcomed(Frame welcome) {
        if (welcome.has("token")) {
            token = welcome.text("token");
        }
        visitor = welcome.text("visitor");
        epoch = welcome.text("epoch");
        String current = welcome.text("conversation");
        if (current == null || !current.equals(transcript.conversation())) {
            transcript = new Transcript(current);
        }
        if (current != null && !welcome.flag("resumed")) {
            transcript.restart(welcome.number("first"));
        }
        becameReady();
    }

    private void apply(Frame entry) {
        if (transcript.conversation() == null) {
            transcript = new Transcript(entry.text("conversation"));
        }
        if (entry.text("conversation").equals(transcript.conversation())
                && transcript.apply(entry) == Transcript.Outcome.GAP
                && !fresh) {
            send(hello());
        }
    }

    public static String ref() {
        byte[] random = new byte[12];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Says something; the answer is the entry, after the server's commit. Survives whatever happens to the connection. */
    public CompletableFuture<Frame> say(String text) {
        return enqueue(Frame.of("post", "ref", ref(), "text", text));
    }

    /** Says something and waits for the acknowledgement. */
    public Frame sayAndWait(String text) {
        return Await.result("acknowledgement of " + text, say(text));
    }

    public void awaitText(String text) {
        Await.until(() -> "the text " + text + " among " + transcript().texts(), Await.PATIENCE, () -> transcript()
                .texts()
                .contains(text));
    }

    public synchronized Transcript transcript() {
        return transcript;
    }

    public synchronized String token() {
        return token;
    }

    public synchronized String visitor() {
        return visitor;
    }

    public synchronized String epoch() {
        return epoch;
    }

    /** The conversation as he saves it: {@code text} or {@code html}. */
    public String saved(URI base, String format) {
        String path = "widget/transcript?site=" + site + "&conversation=" + conversation() + "&format=" + format;
        return new WebSession(base)
                .get(path, "Authorization", "Bearer " + token())
                .body();
    }

    public String conversation() {
        return transcript().conversation();
    }

    /** The page the visitor is on, as the widget would say it. */
    public static JsonObject page(String url, String title) {
        return Json.createObjectBuilder().add("url", url).add("title", title).build();
    }
}
