package org.deskbell.assist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.conversation.Change.Outcome;
import org.deskbell.conversation.Conversation;
import org.deskbell.staff.AgentId;

/**
 * One step in one conversation, with its rules. What is over by itself is ended first, so that nothing is ever done by what does not hold
 * any more. Pure: it knows no clock and no table.
 */
final class Turn {
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int OPEN_PROPOSALS = 4;

    /** What is kept has this many characters at most: the column has some more. */
    private static final int ROOM = 3_900;

    private final Conversation in;
    private final Instant at;
    private final List<Request> requests;
    private final List<String> told = new ArrayList<>();

    Turn(Conversation in, Instant at) {
        this.in = in;
        this.at = at;
        Requests kept = Requests.of(in);
        requests = new ArrayList<>(kept.all());
        for (Request request : kept.all()) {
            String why = request.whyOver(in, kept.broken(), at);
            if (why != null) end(request, request.kinds(), why);
        }
        endBlind("expired");
    }

    Outcome outcome() {
        String text = new Requests(requests, false).text();
        if (text != null && text.length() > ROOM) return Outcome.refused("too-many");
        return new Outcome(null, text, List.copyOf(told));
    }

    Outcome ask(Request asked) {
        if (!in.open()) return Outcome.refused("not-open");
        if (in.owner() == null) return Outcome.refused("not-yours");
        boolean already = requests.stream()
                .anyMatch(other -> other.id().equals(asked.id())
                        || other.agent().equals(asked.agent())
                                && other.kinds().stream().anyMatch(asked.kinds()::contains));
        if (already) return Outcome.refused("already");
        boolean blind = asked.kinds().stream().anyMatch(Permission::needsSee)
                && !asked.kinds().contains(Permission.SEE)
                && !sees(asked.agent());
        if (blind) return Outcome.refused("needs-see");
        if (requests.size() >= Requests.MOST) return Outcome.refused("too-many");
        Request question = asked.asking(at.plus(ANSWER));
        requests.add(question);
        told.add(Told.asked(question));
        return outcome();
    }

    /** Whatever is not allowed is denied, and so is what would be nothing without seeing. */
    Outcome answer(String id, List<Permission> given) {
        Request question = find(id);
        if (question == null || question.allowed() || !question.kinds().containsAll(given)) {
            return Outcome.refused("not-asked");
        }
        boolean sees = given.contains(Permission.SEE) || sees(question.agent());
        List<Permission> useful =
                given.stream().filter(kind -> sees || !kind.needsSee()).toList();
        if (useful.isEmpty()) {
            requests.remove(question);
            told.add(Told.declined(question));
            return outcome();
        }
        Request answered = question.allowed(useful, at.plus(Duration.ofMinutes(question.minutes())));
        replace(question, answered);
        told.add(Told.allowed(answered));
        return outcome();
    }

    /**
     * @param id of which request, or null for all
     * @param kinds which of it, or null for all
     * @param his whose request it has to be, or null for anybody's
     */
    Outcome stop(String id, List<Permission> kinds, AgentId his, String why) {
        for (Request request : List.copyOf(requests)) {
            if (id != null && !request.id().equals(id)) continue;
            if (his != null && !request.agent().equals(his)) return Outcome.refused("not-allowed");
            List<Permission> some = kinds == null
                    ? request.kinds()
                    : request.kinds().stream().filter(kinds::contains).toList();
            if (!some.isEmpty()) end(request, some, why);
        }
        endBlind(why);
        return outcome();
    }

    Outcome propose(String id, AgentId by, Proposal proposal) {
        Request request = his(id, by);
        if (request == null || !request.allows(Permission.POINT) || !sees(by) || request.muted()) {
            return Outcome.refused("not-allowed");
        }
        List<String> open = new ArrayList<>(request.proposals());
        open.add(proposal.name());
        // One that was never settled is forgotten: the page it was for is gone.
        if (open.size() > OPEN_PROPOSALS) open.remove(0);
        replace(request, request.proposing(List.copyOf(open), false));
        told.add(Told.proposed(request, proposal));
        return outcome();
    }

    Outcome settle(String id, String proposal, String answer) {
        Request request = find(id);
        if (request == null || !request.proposals().contains(proposal)) return Outcome.refused("not-asked");
        boolean never = answer.equals("never");
        List<String> left = never
                ? List.of()
                : request.proposals().stream()
                        .filter(other -> !other.equals(proposal))
                        .toList();
        replace(request, request.proposing(left, never || request.muted()));
        told.add(Told.settled(request, proposal, answer));
        return outcome();
    }

    /** A call that was ended with its request is over already: to say so again changes nothing. */
    Outcome called(String id, AgentId by, String state) {
        Request request = his(id, by);
        boolean starts = state.equals("started");
        if (request == null || !request.allowsCall()) {
            return starts ? Outcome.refused("not-allowed") : outcome();
        }
        if (request.calling() == starts && !state.equals("failed")) return outcome();
        replace(request, request.calling(starts));
        told.add(Told.called(request, state));
        return outcome();
    }

    private void end(Request request, List<Permission> some, String why) {
        Request left = request.with(Requests.less(request.kinds(), some));
        boolean hangsUp = request.calling() && !left.allowsCall();
        if (hangsUp) told.add(Told.called(request, "ended"));
        told.add(Told.stopped(request, some, why));
        if (left.kinds().isEmpty()) requests.remove(request);
        else replace(request, left.calling(request.calling() && !hangsUp));
    }

    /** Who does not see the page any more does not point at it either, and would not again by seeing it anew. */
    private void endBlind(String why) {
        for (Request request : List.copyOf(requests)) {
            if (!request.allowed() || sees(request.agent())) continue;
            List<Permission> blind =
                    request.kinds().stream().filter(Permission::needsSee).toList();
            if (!blind.isEmpty()) end(request, blind, why);
        }
    }

    private boolean sees(AgentId agent) {
        return requests.stream().anyMatch(request -> request.agent().equals(agent) && request.allows(Permission.SEE));
    }

    private Request find(String id) {
        return requests.stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Request his(String id, AgentId agent) {
        Request request = find(id);
        return request == null || !request.agent().equals(agent) ? null : request;
    }

    private void replace(Request before, Request after) {
        requests.set(requests.indexOf(before), after);
    }
}
