package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

/** C5: who takes back what, and what that changes. */
class RemovalTest {
    private static final Instant START = Begun.START;
    private static final Instant LATER = START.plusSeconds(60);
    private static final ConversationId ID = Begun.ID;
    private static final Author ADA = Begun.ADA;
    private static final Author BEN = Begun.BEN;

    @Test
    void whatOneSaidOneTakesBackWhoeverHasItAndAlsoWhenItIsOver() {
        for (boolean open : List.of(true, false)) {
            Folio folio = folio(open);
            assertThat(remove(folio, ADA, 4, false)).isNull();
            Entry removal = folio.written().get(0);
            assertThat(removal.kind()).isEqualTo(Kind.REMOVED);
            assertThat(removal.seq()).isEqualTo(6);
            assertThat(removal.of()).isEqualTo(4);
            assertThat(removal.by()).isEqualTo(ADA);
            assertThat(removal.text()).isNull();
            Conversation now = folio.now();
            assertThat(now.owner()).isEqualTo(new AgentId(2));
            assertThat(now.unread()).isEqualTo(1);
            assertThat(now.visitorMarks()).isEqualTo(new Marks(3, 3));
            // When it was closed counts for ratings.
            assertThat(now.changedAt()).isEqualTo(open ? LATER : START);
        }
    }

    @Test
    void theListsLastMessageIsEmptyAndStaysWhereItWas() {
        Folio folio = folio(true);
        remove(folio, ADA, 4, false);
        assertThat(folio.now().last()).isEqualTo(new Last(4, Side.AGENT, "", START));
        Folio other = folio(true);
        remove(other, ADA, 2, false);
        assertThat(other.now().last().text()).isEqualTo("secret");
    }

    @Test
    void whatAColleagueSaidAnAdministratorRemovesAlone() {
        assertThat(remove(folio(true), BEN, 4, false).reason()).isEqualTo("not-yours");
        assertThat(remove(folio(true), BEN, 4, true)).isNull();
    }

    @Test
    void whatNoAgentSaidStays() {
        for (long seq : List.of(1L, 3L, 5L, 9L)) {
            assertThat(remove(folio(true), ADA, seq, true).reason()).isEqualTo("unknown-message");
        }
    }

    @Test
    void onceIsEnough() {
        Folio folio = folio(true);
        remove(folio, ADA, 4, false);
        assertThat(remove(folio, ADA, 4, true).reason()).isEqualTo("already-removed");
        assertThat(folio.written()).hasSize(1);
        folio.hold(new Entry(ID, 4, Kind.POSTED, START, ADA, "ref-4", "", 0, 0, null, null, START, null));
        assertThat(remove(folio, ADA, 4, true).reason()).isEqualTo("already-removed");
    }

    private static Refusal remove(Folio folio, Author by, long of, boolean administrator) {
        return folio.apply(new Change.Remove(ID, by, "ref-remove", of, administrator, Reply.NOBODY), LATER);
    }

    private static Folio folio(boolean open) {
        return Begun.folio(open, "secret");
    }
}
