package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.junit.jupiter.api.Test;

/** C7: a message answers another one, which has to be one that everybody sees. */
class QuoteTest {
    private static final Instant START = Begun.START;
    private static final ConversationId ID = Begun.ID;
    private static final Author LIN = Begun.LIN;
    private static final Author ADA = Begun.ADA;

    @Test
    void aMessageOfEitherSideIsAnsweredAlsoWhereItIsGone() {
        for (long seq : List.of(1L, 2L)) {
            Folio folio = folio();
            assertThat(say(folio, seq)).isNull();
            Entry said = folio.written().get(1);
            assertThat(said.kind()).isEqualTo(Kind.POSTED);
            assertThat(said.of()).isEqualTo(seq);
        }
        Folio folio = folio();
        folio.apply(new Change.Remove(ID, ADA, "ref-remove", 2, false, Reply.NOBODY), START);
        assertThat(say(folio, 2)).isNull();
    }

    @Test
    void whatIsNoMessageIsNotAnsweredAndNothingIsSaidThen() {
        for (long seq : List.of(3L, 9L)) {
            Folio folio = folio();
            assertThat(say(folio, seq).reason()).isEqualTo("unknown-message");
            assertThat(folio.written()).isEmpty();
        }
    }

    @Test
    void aVisitorAnswersWhatHeSeesAndNothingElse() {
        for (long seq : List.of(1L, 2L)) {
            Folio folio = folio();
            assertThat(say(folio, LIN, seq)).isNull();
            assertThat(folio.written().get(0).of()).isEqualTo(seq);
        }
        Folio folio = folio();
        assertThat(say(folio, LIN, 3)).isEqualTo(say(folio, LIN, 9));
        assertThat(folio.written()).isEmpty();
    }

    @Test
    void anAnswerCanBeRemovedAndWhatItAnswersStays() {
        Folio folio = folio();
        say(folio, 2);
        Entry said = folio.written().get(1);
        folio.hold(said);
        assertThat(folio.apply(new Change.Remove(ID, ADA, "ref-remove", 2, false, Reply.NOBODY), START))
                .isNull();
        assertThat(folio.apply(new Change.Remove(ID, ADA, "ref-other", said.seq(), false, Reply.NOBODY), START))
                .isNull();
        assertThat(folio.now().last().text()).isEmpty();
    }

    private static Refusal say(Folio folio, long quote) {
        return say(folio, ADA, quote);
    }

    private static Refusal say(Folio folio, Author by, long quote) {
        return folio.apply(new Change.Say(ID, null, by, "ref-say", "yes", List.of(), quote, Reply.NOBODY), START);
    }

    /** Nobody has it; 1 is the visitor's message, 2 Ada's, 3 a note of hers. */
    private static Folio folio() {
        Last last = new Last(2, Side.AGENT, "said", START);
        Folio folio = new Folio(Begun.of(true, null, 3, new Marks(0, 0), 1, last));
        folio.hold(Begun.entry(1, Kind.POSTED, LIN, "said"));
        folio.hold(Begun.entry(2, Kind.POSTED, ADA, "said"));
        folio.hold(Begun.entry(3, Kind.NOTED, ADA, "said"));
        return folio;
    }
}
