package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

/** Agents in a conversation beside its owner. */
class JoiningTest {
    private static final Instant START = Begun.START;
    private static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    private static final Author ADA = agent(1);
    private static final Author BEN = agent(2);
    private static final Author CLEO = agent(3);

    private final Folio folio = new Folio(Begun.fresh());

    @Test
    void whoJoinedSpeaksAndTheOwnerStaysTheOwner() {
        claim(ADA);
        assertThat(say(BEN).reason()).isEqualTo("taken");
        assertThat(join(BEN)).isNull();
        assertThat(say(BEN)).isNull();
        assertThat(say(ADA)).isNull();
        assertThat(folio.now().owner()).isEqualTo(id(ADA));
        assertThat(folio.now().joined()).containsExactly(id(BEN));
        assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.JOINED, Kind.POSTED, Kind.POSTED);
    }

    @Test
    void whoLeftIsAsBefore() {
        claim(ADA);
        join(BEN);
        assertThat(leave(BEN)).isNull();
        assertThat(say(BEN).reason()).isEqualTo("taken");
        assertThat(folio.now().joined()).isEmpty();
        assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.JOINED, Kind.LEFT);
    }

    @Test
    void whatIsSoAlreadyIsNoEntry() {
        claim(ADA);
        assertThat(join(ADA)).isNull();
        assertThat(leave(BEN)).isNull();
        join(BEN);
        assertThat(join(BEN)).isNull();
        assertThat(kinds()).containsExactly(Kind.CLAIMED, Kind.JOINED);
    }

    @Test
    void whatNobodyHasOrIsOverIsNotJoined() {
        assertThat(join(BEN).reason()).isEqualTo("unowned");
        claim(ADA);
        close(ADA);
        assertThat(join(BEN).reason()).isEqualTo("not-open");
        assertThat(leave(BEN)).isNull();
        assertThat(folio.now().joined()).isEmpty();
    }

    @Test
    void thereAreFourAtMostAndAPlaceOfOneWhoLeft() {
        claim(ADA);
        for (long each = 2; each <= 5; each++) assertThat(join(agent(each))).isNull();
        assertThat(join(agent(6)).reason()).isEqualTo("full");
        leave(BEN);
        assertThat(join(agent(6))).isNull();
        assertThat(folio.now().joined()).containsExactly(id(CLEO), id(agent(4)), id(agent(5)), id(agent(6)));
    }

    @Test
    void whatTheOwnerDecidesIsHis() {
        claim(ADA);
        join(BEN);
        assertThat(close(BEN).reason()).isEqualTo("taken");
        assertThat(folio.apply(new Change.Release(folio.id(), BEN, "ref00001", Reply.NOBODY), START)
                        .reason())
                .isEqualTo("not-yours");
        assertThat(folio.apply(new Change.Snooze(folio.id(), BEN, "ref00002", null, Reply.NOBODY), START)
                        .reason())
                .isEqualTo("taken");
        assertThat(hand(BEN, new Target.Colleague(id(CLEO), "Cleo")).reason()).isEqualTo("taken");
    }

    @Test
    void whoGetsItIsNotBesideItAnyMore() {
        claim(ADA);
        join(BEN);
        join(CLEO);
        hand(ADA, new Target.Colleague(id(BEN), "Ben"));
        assertThat(folio.now().owner()).isEqualTo(id(BEN));
        assertThat(folio.now().joined()).containsExactly(id(CLEO));
        assertThat(say(ADA).reason()).isEqualTo("taken");
        folio.apply(new Change.Claim(folio.id(), CLEO, "ref00003", new Former(id(BEN), "Ben"), Reply.NOBODY), START);
        assertThat(folio.now().joined()).isEmpty();
    }

    @Test
    void whoJoinedStaysWhileItWaitsAndHasItWhenHeAnswers() {
        claim(ADA);
        join(BEN);
        join(CLEO);
        folio.apply(new Change.DropOut(folio.id(), id(ADA), Change.DropOut.GONE, ADA, Reply.NOBODY), START);
        assertThat(folio.now().joined()).containsExactly(id(BEN), id(CLEO));
        assertThat(say(BEN)).isNull();
        assertThat(folio.now().owner()).isEqualTo(id(BEN));
        assertThat(folio.now().joined()).containsExactly(id(CLEO));
    }

    @Test
    void whatWhoJoinedAnswersIsOpenedInTime() {
        Duration patience = Duration.ofSeconds(60);
        folio.apply(new Change.Assign(folio.id(), ADA, true, Reply.NOBODY), START);
        join(BEN);
        assertThat(folio.now().aside().offer()).isNotNull();
        say(BEN);
        assertThat(folio.now().aside().offer()).isNull();
        folio.apply(new Change.Say(folio.id(), null, LIN, "ref00008", "thanks", Reply.NOBODY), START);
        folio.apply(new Change.Withdraw(folio.id(), ADA, patience), START.plus(patience));
        assertThat(folio.now().owner()).isEqualTo(id(ADA));
    }

    @Test
    void whatANodeOfBeforeLeftInItIsNotRead() {
        Conversation open = Begun.fresh();
        assertThat(in(open, true, id(ADA), id(ADA), id(BEN)).joined()).containsExactly(id(BEN));
        assertThat(in(open, false, id(ADA), id(BEN)).joined()).isEmpty();
    }

    @Test
    void inAnotherDepartmentAndAfterTheEndNobodyIsBesideIt() {
        claim(ADA);
        join(BEN);
        hand(ADA, new Target.Department(100, "Orders"));
        assertThat(folio.now().joined()).isEmpty();
        claim(ADA);
        join(BEN);
        close(ADA);
        assertThat(folio.now().joined()).isEmpty();
        folio.apply(new Change.Say(folio.id(), null, LIN, "ref00004", "again", Reply.NOBODY), START);
        claim(ADA);
        assertThat(say(BEN).reason()).isEqualTo("taken");
    }

    private Refusal join(Author agent) {
        return folio.apply(new Change.Join(folio.id(), agent, "join-" + agent.id(), true, Reply.NOBODY), START);
    }

    private Refusal leave(Author agent) {
        return folio.apply(new Change.Join(folio.id(), agent, "leave-" + agent.id(), false, Reply.NOBODY), START);
    }

    private Refusal say(Author agent) {
        return folio.apply(new Change.Say(folio.id(), null, agent, "say-" + agent.id(), "hello", Reply.NOBODY), START);
    }

    private void claim(Author agent) {
        folio.apply(new Change.Claim(folio.id(), agent, "ref00005", Reply.NOBODY), START);
    }

    private Refusal close(Author agent) {
        return folio.apply(new Change.Close(folio.id(), agent, "ref00006", Reply.NOBODY), START);
    }

    private Refusal hand(Author agent, Target to) {
        Long here = folio.now().department();
        return folio.apply(new Change.Transfer(folio.id(), agent, "ref00007", here, to, Reply.NOBODY), START);
    }

    private List<Kind> kinds() {
        return folio.written().stream().map(Entry::kind).toList();
    }

    private static Author agent(long id) {
        return Author.agent(new AgentId(id), "Agent " + id);
    }

    private static Conversation in(Conversation like, boolean open, AgentId owner, AgentId... joined) {
        return new Conversation(
                like.id(),
                like.publicId(),
                like.site(),
                like.department(),
                like.visitor(),
                like.visitorPublicId(),
                open,
                owner,
                like.lastSeq(),
                like.visitorMarks(),
                like.agentMarks(),
                like.unread(),
                like.last(),
                like.startedAt(),
                like.changedAt(),
                like.queuedAt(),
                like.waitingSince(),
                like.assistance(),
                like.aside(),
                List.of(joined));
    }

    private static AgentId id(Author agent) {
        return new AgentId(agent.id());
    }
}
