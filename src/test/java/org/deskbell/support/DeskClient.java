package org.deskbell.support;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** An agent's client: logged in over HTTP as a browser does it, then the desk's frames. */
public final class DeskClient extends ProtocolClient {

    private final Map<String, Transcript> held = new ConcurrentHashMap<>();
    private final Map<String, Frame> inbox = new ConcurrentHashMap<>();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final Set<String> following = ConcurrentHashMap.newKeySet();
    private final WebSession session;
    private volatile boolean followsAll;
    private String epoch;
    private Frame agent;

    private DeskClient(URI base, WebSession session, Carrier carrier) {
        super(new Route(base, "/desk", carrier, () -> Map.of("Cookie", session.cookies(), "Origin", origin(base))));
        this.session = session;
    }

    private static String origin(URI base) {
        return base.getScheme() + "://" + base.getAuthority();
    }

    /** Logs in with the form at {@code /login} and connects. */
    public static DeskClient open(URI base, String login, String password, Carrier carrier) {
        WebSession session = new WebSession(base);
        session.logIn(login, password);
        return of(base, session, carrier).start();
    }

    /** A client that uses this log-in, not connected yet. */
    public static DeskClient of(URI base, WebSession session, Carrier carrier) {
        return new DeskClient(base, session, carrier);
    }

    public DeskClient start() {
        int mark = tape.size();
        connect();
        tape.await(mark, "welcome");
        tape.await(mark, "whole inbox", frame -> frame.is("inbox") && frame.flag("whole"));
        return this;
    }

    public WebSession session() {
        return session;
    }

    @Override
    protected Frame hello() {
        return Frame.of("hello", "epoch", epoch);
    }

    @Override
    protected void handle(Frame frame) {
        switch (String.valueOf(frame.type())) {
            case "welcome" -> welcomed(frame);
            case "inbox" -> listed(frame);
            case "opened" -> opened(frame);
            case "live" -> {
                live.add(frame.text("conversation"));
                sendAgain(frame.text("conversation"));
            }
            case "older" ->
                held.computeIfPresent(frame.text("conversation"), (id, transcript) -> {
                    transcript.prepend(frame.children("entries"));
                    return transcript;
                });
            default -> apply(frame);
        }
    }

    private void welcomed(Frame welcome) {
        agent = welcome.child("agent");
        live.clear();
        boolean known = welcome.text("epoch").equals(epoch);
        epoch = welcome.text("epoch");
        if (!known) {
            held.values().forEach(transcript -> transcript.restart(1));
        }
        following.forEach(this::askFor);
        becameReady();
    }

    /** A conversation has to be open before something is said in it. */
    @Override
    protected boolean mayGo(Frame post) {
        return live.contains(post.text("conversation"));
    }

    private void listed(Frame news) {
        if (news.flag("whole")) {
            inbox.clear();
        }
        news.words("gone").forEach(inbox::remove);
        for (Frame summary : news.children("items")) {
            String conversation = summary.text("conversation");
            inbox.put(conversation, summary);
            if (followsAll && following.add(conversation)) {
                askFor(conversation);
            }
        }
    }

    private void opened(Frame opened) {
        Transcript transcript = held.computeIfAbsent(opened.text("conversation"), Transcript::new);
        if (!opened.flag("resumed")) {
            transcript.restart(opened.number("first"));
        }
    }

    private void apply(Frame entry) {
        if (!entry.isEntry()) {
            return;
        }
        Transcript transcript = held.get(entry.text("conversation"));
        if (transcript != null && transcript.apply(entry) == Transcript.Outcome.GAP) {
            askFor(transcript.conversation());
        }
    }

    private void askFor(String conversation) {
        long after = held.containsKey(conversation) ? held.get(conversation).after() : 0;
        send(Frame.of("open", "conversation", conversation, "after", after == 0 ? null : after));
    }

    /** Follows every conversation that appears in the open boxes. */
    public synchronized DeskClient followAll() {
        followsAll = true;
        inbox.keySet().stream().filter(following::add).forEach(this::askFor);
        return this;
    }

    /** Follows one conversation and waits until it is live. */
    public Transcript follow(String conversation) {
        int mark = tape.size();
        following.add(conversation);
        askFor(conversation);
        tape.await(
                mark,
                "live " + conversation,
                frame -> frame.is("live") && conversation.equals(frame.text("conversation")));
        return held.get(conversation);
    }

    public CompletableFuture<Frame> say(String conversation, String text) {
        return enqueue(Frame.of("post", "conversation", conversation, "ref", ChatClient.ref(), "text", text));
    }

    public Frame sayAndWait(String conversation, String text) {
        return Await.result("acknowledgement of " + text, say(conversation, text));
    }

    /** Sends claim, release, close … and returns the place on the tape to look for the answer. */
    public int ask(String type, String conversation) {
        int mark = tape.size();
        send(Frame.of(type, "conversation", conversation, "ref", ChatClient.ref()));
        return mark;
    }

    /** Sends it and returns the reason for which it is refused. */
    public String refusalOf(Frame frame) {
        int mark = tape.size();
        send(frame);
        return awaitRefusal(mark, frame.type());
    }

    /** Hands on to an {@code agent} or a {@code department}, by its id. */
    public int handOn(String conversation, String to, String id) {
        int mark = tape.size();
        send(Frame.of("transfer", "conversation", conversation, "ref", ChatClient.ref(), to, id));
        return mark;
    }

    /** The id of a department, as soon as this console has heard of it. */
    public String department(String site, String name) {
        return Await.value("the department " + name, () -> tape.all("inbox").stream()
                .filter(frame -> frame.has("departments"))
                .flatMap(frame -> frame.children("departments").stream())
                .filter(each -> site.equals(each.text("site")) && name.equals(each.text("name")))
                .map(each -> each.text("id"))
                .findFirst()
                .orElse(null));
    }

    /** The reason of the refusal that answers what was sent since the mark. */
    public String awaitRefusal(int mark, String of) {
        return tape.await(mark, "refusal of " + of, frame -> frame.is("refused") && of.equals(frame.text("of")))
                .text("reason");
    }

    public Frame awaitEntry(int mark, String type, String conversation) {
        return tape.await(
                mark,
                type + " in " + conversation,
                frame -> frame.is(type) && conversation.equals(frame.text("conversation")));
    }

    public void awaitText(String conversation, String text) {
        Await.until(
                () -> "the text " + text + " among " + transcript(conversation).texts(),
                Await.PATIENCE,
                () -> transcript(conversation).texts().contains(text));
    }

    public Frame awaitSummary(String conversation) {
        return Await.value("summary of " + conversation, () -> inbox.get(conversation));
    }

    public Transcript transcript(String conversation) {
        return held.getOrDefault(conversation, new Transcript(conversation));
    }

    public Map<String, Frame> inbox() {
        return Map.copyOf(inbox);
    }

    public synchronized Frame agent() {
        return agent;
    }
}
