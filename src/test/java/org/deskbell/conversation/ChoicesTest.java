package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** B12: a message offers what it can be answered with, as long as it says what it said. */
class ChoicesTest {
    private static final List<String> OFFERED = List.of("The red one", "The blue one");

    @Test
    void theyAreKeptALineEachAndNoneIsNothing() {
        assertThat(Choices.read(Choices.kept(OFFERED))).isEqualTo(OFFERED);
        assertThat(Choices.kept(List.of())).isNull();
        assertThat(Choices.read(null)).isEmpty();
    }

    @Test
    void theyAreOfTheMessageThatOffersThemAndOfNoOther() {
        Folio folio = folio();
        assertThat(folio.written().get(0).kind()).isEqualTo(Kind.CLAIMED);
        assertThat(folio.written().get(0).choices()).isEmpty();
        assertThat(said(folio).choices()).isEqualTo(OFFERED);
        assertThat(folio.now().last().text()).isEqualTo("Which one?");
    }

    @Test
    void aMessageThatSaysSomethingElseOrNothingAnyMoreOffersNothing() {
        Entry said = said(folio());
        assertThat(said.saying("Which size?", null, Begun.START).choices()).isEmpty();
        assertThat(said.saying("", null, Begun.START).choices()).isEmpty();
    }

    private static Entry said(Folio folio) {
        return folio.written().get(folio.written().size() - 1);
    }

    /** Ada takes a fresh conversation by asking. */
    private static Folio folio() {
        Folio folio = new Folio(Begun.fresh());
        Change.Say say = new Change.Say(
                Begun.ID, null, Begun.ADA, "ref-say", "Which one?", List.of(), 0, OFFERED, false, Reply.NOBODY);
        assertThat(folio.apply(say, Begun.START)).isNull();
        return folio;
    }
}
