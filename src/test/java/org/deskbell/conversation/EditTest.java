package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.staff.AgentId;
import org.junit.jupiter.api.Test;

/** C4: who says otherwise what he said, and what that changes. */
class EditTest {
    private static final Instant START = Begun.START;
    private static final Instant LATER = START.plusSeconds(60);
    private static final ConversationId ID = Begun.ID;
    private static final Author ADA = Begun.ADA;
    private static final Author BEN = Begun.BEN;

    @Test
    void whatOneSaidOneSaysOtherwiseWhoeverHasIt() {
        Folio folio = folio(true);
        assertThat(edit(folio, ADA, 4, "Tuesday")).isNull();
        assertThat(edit(folio, ADA, 4, "Wednesday")).isNull();
        assertThat(folio.written())
                .satisfiesExactly(
                        first -> told(first, 6, "Tuesday", "Monday"),
                        second -> told(second, 7, "Wednesday", "Tuesday"));
        Conversation now = folio.now();
        assertThat(now.last()).isEqualTo(new Last(4, Side.AGENT, "Wednesday", START));
        assertThat(now.owner()).isEqualTo(new AgentId(2));
        assertThat(now.unread()).isEqualTo(1);
        assertThat(now.visitorMarks()).isEqualTo(new Marks(3, 3));
    }

    @Test
    void anEarlierMessageLeavesTheListsLineAlone() {
        Folio folio = folio(true);
        assertThat(edit(folio, ADA, 2, "Tuesday")).isNull();
        assertThat(folio.now().last().text()).isEqualTo("Monday");
    }

    @Test
    void theSameWordsAreNoEdit() {
        Folio folio = folio(true);
        assertThat(edit(folio, ADA, 4, "Monday")).isNull();
        assertThat(folio.written()).isEmpty();
    }

    @Test
    void nobodyElseDoesItAndNotWhenItIsOver() {
        assertThat(edit(folio(true), BEN, 4, "Tuesday").reason()).isEqualTo("not-yours");
        assertThat(edit(folio(false), ADA, 4, "Tuesday").reason()).isEqualTo("not-open");
        for (long seq : List.of(1L, 3L, 5L, 9L)) {
            assertThat(edit(folio(true), ADA, seq, "Tuesday").reason()).isEqualTo("unknown-message");
        }
    }

    @Test
    void whatWasRemovedSaysNothingAnyMore() {
        Folio folio = folio(true);
        assertThat(edit(folio, ADA, 4, "Tuesday")).isNull();
        assertThat(folio.apply(new Change.Remove(ID, ADA, "ref-remove", 4, false, Reply.NOBODY), LATER))
                .isNull();
        assertThat(edit(folio, ADA, 4, "Wednesday").reason()).isEqualTo("already-removed");
        assertThat(folio.written()).hasSize(2);
        assertThat(folio.now().last().text()).isEmpty();
    }

    private static void told(Entry edit, long seq, String now, String before) {
        assertThat(edit.kind()).isEqualTo(Kind.EDITED);
        assertThat(edit.seq()).isEqualTo(seq);
        assertThat(edit.of()).isEqualTo(4);
        assertThat(edit.by()).isEqualTo(ADA);
        assertThat(edit.text()).isEqualTo(now);
        assertThat(edit.was()).isEqualTo(before);
    }

    private static Refusal edit(Folio folio, Author by, long of, String text) {
        return folio.apply(new Change.Edit(ID, by, "ref-edit", of, text, Reply.NOBODY), LATER);
    }

    private static Folio folio(boolean open) {
        return Begun.folio(open, "Monday");
    }
}
