package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.deskbell.assist.IceServer;
import org.deskbell.assist.IceServers;
import org.deskbell.assist.Permission;
import org.deskbell.assist.Permissions;
import org.deskbell.assist.Proposal;
import org.deskbell.assist.Request;
import org.deskbell.assist.Steps;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.MessageLog;
import org.deskbell.protocol.Ask;
import org.deskbell.protocol.AssistanceNow;
import org.deskbell.protocol.Called;
import org.deskbell.protocol.Consent;
import org.deskbell.protocol.Encoder;
import org.deskbell.protocol.Person;
import org.deskbell.protocol.Propose;
import org.deskbell.protocol.Settle;
import org.deskbell.protocol.Stop;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/** Questions, answers and ends of remote assistance, from frames to the log, and how it stands as a frame. */
@ApplicationScoped
public class Assistance implements Feed.Standing {
    @Inject
    private MessageLog log;

    @Inject
    private Permissions permissions;

    @Inject
    private IceServers ice;

    void ask(Feed at, Agent agent, Ask ask, Answer answer) {
        List<Permission> kinds = Permission.of(ask.kinds());
        submit(
                at,
                of(agent),
                ask.ref(),
                Steps.ask(agent, ask.ref(), kinds, ask.purpose(), (int) ask.minutes()),
                answer);
    }

    void answer(Feed at, Author visitor, Consent consent, Answer answer) {
        Change.Step step = Steps.answer(consent.request(), Permission.of(consent.kinds()));
        submit(at, visitor, consent.ref(), step, answer);
    }

    /** Denied first and written then: it has ended even where the database does not answer. */
    void stop(Feed at, Author visitor, Stop stop, Answer answer) {
        List<Permission> kinds = kinds(stop);
        permissions.deny(at.id(), stop.request(), kinds, false);
        submit(at, visitor, stop.ref(), Steps.visitorStops(stop.request(), kinds), answer);
    }

    void stop(Feed at, Agent agent, Stop stop, Answer answer) {
        List<Permission> kinds = kinds(stop);
        boolean his = permissions
                .ownerOf(at.id(), stop.request())
                .filter(agent.id()::equals)
                .isPresent();
        if (his) permissions.deny(at.id(), stop.request(), kinds, true);
        submit(at, of(agent), stop.ref(), Steps.agentStops(agent.id(), stop.request(), kinds), answer);
    }

    void propose(Feed at, Agent agent, Propose propose, Answer answer) {
        Proposal proposal =
                new Proposal(propose.ref(), propose.action(), propose.node(), propose.label(), propose.value());
        submit(at, of(agent), propose.ref(), Steps.propose(agent.id(), propose.request(), proposal), answer);
    }

    void settle(Feed at, Author visitor, Settle settle, Answer answer) {
        Change.Step step = Steps.settle(settle.request(), settle.proposal(), settle.answer());
        submit(at, visitor, settle.ref(), step, answer);
    }

    void called(Feed at, Agent agent, Called called, Answer answer) {
        Change.Step step = Steps.called(agent.id(), called.request(), called.state());
        submit(at, of(agent), called.ref(), step, answer);
    }

    private void submit(Feed at, Author by, String ref, Change.Step step, Answer answer) {
        log.submit(new Change.Assist(at.id(), by, ref, step, answer));
    }

    @Override
    public void learn(ConversationId conversation) {
        permissions.learn(conversation);
    }

    @Override
    public String now(Feed feed) {
        List<Request> requests = permissions.now(feed.id());
        List<AssistanceNow.Relay> relays = requests.stream()
                .filter(request -> request.allowsCall() && takesPart(feed, request.agent()))
                .findFirst()
                .map(request -> relays(request.id()))
                .orElse(List.of());
        return Encoder.encode(new AssistanceNow(
                feed.conversation().publicId(),
                requests.stream().map(Assistance::wire).toList(),
                relays,
                ice.relayOnly()));
    }

    private List<AssistanceNow.Relay> relays(String request) {
        List<IceServer> servers = ice.forCall(request);
        return servers.stream()
                .map(server -> new AssistanceNow.Relay(server.urls(), server.username(), server.credential()))
                .toList();
    }

    /** The passwords of a call's relays are for its two members alone. */
    private static boolean takesPart(Feed feed, AgentId agent) {
        return !(feed.connection().desk() instanceof AgentDesk desk)
                || desk.agentId().equals(agent);
    }

    private static AssistanceNow.Request wire(Request request) {
        return new AssistanceNow.Request(
                request.id(),
                new Person(Long.toString(request.agent().value()), request.name()),
                request.kinds().stream().map(Permission::word).toList(),
                request.allowed() ? "allowed" : "asked",
                request.purpose(),
                request.minutes(),
                request.until());
    }

    private static List<Permission> kinds(Stop stop) {
        return stop.kinds() == null ? null : Permission.of(stop.kinds());
    }

    private static Author of(Agent agent) {
        return Author.agent(agent.id(), agent.name());
    }
}
