package org.deskbell.assist;

import java.util.List;
import org.deskbell.conversation.Change.Step;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/** What can be done about an assistance, to be submitted to the log: each is decided there, while the conversation is locked. */
public final class Steps {
    private Steps() {}

    /** @param purpose may be null */
    public static Step ask(Agent agent, String id, List<Permission> kinds, String purpose, int minutes) {
        Request asked = new Request(
                id, agent.id(), agent.name(), kinds, false, purpose, minutes, null, List.of(), false, false);
        return (conversation, at) -> new Turn(conversation, at).ask(asked);
    }

    /** The visitor allows these kinds and no others. */
    public static Step answer(String request, List<Permission> kinds) {
        return (conversation, at) -> new Turn(conversation, at).answer(request, kinds);
    }

    /** The visitor stops one request, or all where it is null; some kinds, or all where they are null. */
    public static Step visitorStops(String request, List<Permission> kinds) {
        return (conversation, at) -> new Turn(conversation, at).stop(request, kinds, null, "visitor");
    }

    /** The agent stops a request of his. */
    public static Step agentStops(AgentId agent, String request, List<Permission> kinds) {
        return (conversation, at) -> new Turn(conversation, at).stop(request, kinds, agent, "agent");
    }

    public static Step propose(AgentId agent, String request, Proposal proposal) {
        return (conversation, at) -> new Turn(conversation, at).propose(request, agent, proposal);
    }

    public static Step settle(String request, String proposal, String answer) {
        return (conversation, at) -> new Turn(conversation, at).settle(request, proposal, answer);
    }

    /** The agent says that the call of his request has started, ended or failed. */
    public static Step called(AgentId agent, String request, String state) {
        return (conversation, at) -> new Turn(conversation, at).called(request, agent, state);
    }

    /** Writes down what has ended by itself; where somebody did so before, nothing happens. */
    public static Step lapse() {
        return (conversation, at) -> new Turn(conversation, at).outcome();
    }
}
