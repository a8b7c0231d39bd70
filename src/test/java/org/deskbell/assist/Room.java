package org.deskbell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Change.Outcome;
import org.deskbell.conversation.Change.Step;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.site.SiteId;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Role;
import org.deskbell.visitor.VisitorId;

/** A conversation of Ada's, and what is done about assistance in it. */
final class Room {
    static final Agent ADA = agent(1, "Ada");
    static final Agent BEN = agent(2, "Ben");

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private boolean open = true;
    private AgentId owner = ADA.id();
    private long seq = 1;
    private String kept;
    private List<String> told = List.of();

    private static Agent agent(long id, String name) {
        return new Agent(new AgentId(id), name, Role.AGENT, name, false, "online", 0, false);
    }

    Conversation conversation() {
        Marks none = new Marks(0, 0);
        return new Conversation(
                new ConversationId(1),
                "c-1",
                new SiteId(1),
                null,
                new VisitorId(7),
                "v-7",
                open,
                owner,
                seq,
                none,
                none,
                0,
                null,
                now,
                now,
                now,
                null,
                kept,
                Aside.NONE,
                List.of());
    }

    Step asking(Agent agent, String id, Permission... kinds) {
        return Steps.ask(agent, id, List.of(kinds), null, 10);
    }

    Room ask(String id, Permission... kinds) {
        take(asking(ADA, id, kinds));
        return this;
    }

    Room answer(String id, Permission... kinds) {
        take(Steps.answer(id, List.of(kinds)));
        return this;
    }

    /** Takes a step that is not refused. */
    Outcome take(Step step) {
        Outcome outcome = mayBe(step);
        assertThat(outcome.refusal()).isNull();
        return outcome;
    }

    Outcome mayBe(Step step) {
        Outcome outcome = step.take(conversation(), now);
        if (outcome.refusal() != null || outcome.told().isEmpty()) return outcome;
        kept = outcome.state();
        told = outcome.told();
        seq += told.size();
        return outcome;
    }

    String refusal(Step step) {
        return step.take(conversation(), now).refusal().reason();
    }

    void keep(String text) {
        kept = text;
    }

    /** So many questions of others, as two nodes of which one is older could leave them. */
    void fill(int many) {
        fill(many, null);
    }

    void fill(int many, String purpose) {
        List<Request> all = IntStream.range(0, many)
                .mapToObj(i -> new Request(
                        "other" + i,
                        owner,
                        "Ada",
                        List.of(Permission.SCREEN),
                        false,
                        purpose,
                        10,
                        now.plusSeconds(60),
                        List.of(),
                        false,
                        false))
                .toList();
        kept = new Requests(all, false).text();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void ownedBy(AgentId other) {
        if (kept != null && !kept.startsWith(Conversation.BROKEN)) kept = Conversation.BROKEN + kept;
        owner = other;
        seq++;
    }

    void close() {
        ownedBy(owner);
        open = false;
    }

    Requests requests() {
        return Requests.of(conversation());
    }

    boolean allows(String id, Permission kind) {
        return requests().allows(id, kind, conversation(), now).isPresent();
    }

    boolean allowsCall(String id) {
        return requests().allowsCall(id, conversation(), now).isPresent();
    }

    /** What the last step that did something told. */
    String told() {
        return String.join("\n", told);
    }

    Instant now() {
        return now;
    }
}
