package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** A visitor and the agent who has his conversation, and what they do about assistance. */
public final class Helping implements AutoCloseable {

    public final ChatClient visitor;
    public final DeskClient agent;
    public final String conversation;

    private Helping(ChatClient visitor, DeskClient agent) {
        this.visitor = visitor;
        this.agent = agent;
        conversation = visitor.sayAndWait("can you help me?").text("conversation");
        agent.awaitSummary(conversation);
        agent.follow(conversation);
        claim();
    }

    public static Helping open(URI server, Carrier carrier) {
        return open(server, server, carrier);
    }

    public static Helping open(URI visitorAt, URI agentAt, Carrier carrier) {
        return new Helping(
                ChatClient.open(visitorAt, Demo.SITE, carrier),
                DeskClient.open(agentAt, Demo.AGENT, Demo.PASSWORD, carrier));
    }

    public void claim() {
        agent.awaitEntry(agent.ask("claim", conversation), "claimed", conversation);
    }

    /** A colleague of the agent's who has the conversation open too. */
    public DeskClient bystander(URI server) {
        DeskClient other = DeskClient.open(server, Demo.OTHER_AGENT, Demo.OTHER_PASSWORD, Carrier.WEBSOCKET);
        other.awaitSummary(conversation);
        other.follow(conversation);
        return other;
    }

    /** Asks, and waits until the visitor has the question; the request's name. */
    public String ask(String... kinds) {
        String ref = ChatClient.ref();
        agent.send(question(ref, kinds));
        event(visitor.tape(), "asked", ref);
        return ref;
    }

    public Frame question(String ref, String... kinds) {
        return Frame.of("ask", "conversation", conversation, "ref", ref, "kinds", words(kinds), "minutes", 10)
                .with("purpose", "to see what you see");
    }

    /** The visitor allows these kinds, and both are told how it stands. */
    public void allow(String request, String... kinds) {
        int mark = visitor.tape().size();
        int agentMark = agent.tape().size();
        visitor.send(answer(ChatClient.ref(), request, kinds));
        Predicate<Frame> allowed = frame -> frame.is("assistance")
                && frame.children("requests").stream()
                        .anyMatch(each -> request.equals(each.text("request")) && "allowed".equals(each.text("state")));
        visitor.tape().await(mark, "how it stands", allowed);
        agent.tape().await(agentMark, "how it stands", allowed);
    }

    public String allowed(String... kinds) {
        String request = ask(kinds);
        allow(request, kinds);
        return request;
    }

    public static Frame answer(String ref, String request, String... kinds) {
        return Frame.of("answer", "ref", ref, "request", request, "kinds", words(kinds));
    }

    public Frame toVisitor(String request, String about, String data) {
        return Frame.of("assist", "conversation", conversation, "request", request, "about", about, "data", data);
    }

    public static Frame ofPage(String data, long n) {
        return Frame.of("assist", "about", "page", "data", data, "stream", "s-1", "n", n);
    }

    /** The agent looks, and the visitor knows. */
    public void watch(String request) {
        int mark = visitor.tape().size();
        agent.send(toVisitor(request, "watch", "{\"on\":true}"));
        passedOn(visitor.tape(), mark, "watch");
    }

    public static Frame passedOn(Tape tape, int mark, String about) {
        return tape.await(mark, about, frame -> frame.is("assist") && about.equals(frame.text("about")));
    }

    public static Frame event(Tape tape, String event, String request) {
        return tape.await(
                event + " of " + request,
                frame -> frame.is("assisted")
                        && event.equals(frame.text("event"))
                        && request.equals(frame.text("request")));
    }

    /** Sends it, and says for what reason it is refused. */
    public static String refusal(Tape tape, Runnable send) {
        int mark = tape.size();
        send.run();
        return tape.await(mark, "refused").text("reason");
    }

    /** Whether anything with this data came. */
    public static boolean got(Tape tape, String data) {
        return !tape.all(frame -> frame.is("assist") && data.equals(frame.text("data")))
                .isEmpty();
    }

    public static JsonArray words(String... words) {
        return Json.createArrayBuilder(List.of(words)).build();
    }

    @Override
    public void close() {
        visitor.close();
        agent.close();
    }
}
