package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

/** What agents do about a conversation among themselves. */
class AmongAgentsTest {
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant LATER = START.plusSeconds(60);
    private static final Author LIN = Author.visitor(new VisitorId(7), "Lin");
    private static final Author ADA = Author.agent(new AgentId(1), "Ada");
    private static final Author BEN = Author.agent(new AgentId(2), "Ben");

    private final Folio folio = new Folio(new Conversation(
            new ConversationId(1),
            "c-1",
            new SiteId(1),
            new VisitorId(7),
            "v-7",
            true,
            null,
            0,
            new Marks(0, 0),
            new Marks(0, 0),
            0,
            null,
            START,
            START,
            START,
            null,
            null,
            Aside.NONE));

    @Test
    void aNoteIsNeitherAMessageNorAnAnswer() {
        say(LIN, "hello?");
        note(ADA, "looks angry");
        Conversation now = folio.now();
        assertThat(now.lastSeq()).isEqualTo(2);
        assertThat(now.last().text()).isEqualTo("hello?");
        assertThat(now.unread()).isEqualTo(1);
        assertThat(now.waitingSince()).isEqualTo(START);
        assertThat(now.owner()).isNull();
    }

    @Test
    void anybodyMayNoteWhateverTheStateAndWhoeverHasIt() {
        folio.apply(new Change.Claim(id(), ADA, "ref00001", Reply.NOBODY), START);
        assertThat(note(BEN, "I know him")).isNull();
        folio.apply(new Change.Close(id(), ADA, "ref00002", Reply.NOBODY), START);
        assertThat(note(BEN, "he called")).isNull();
        assertThat(folio.now().open()).isFalse();
        assertThat(folio.now().owner()).isEqualTo(new AgentId(1));
    }

    @Test
    void aNoteIsKeptWithWhomItMentionsAndReadAsItWas() {
        note(ADA, "@Ben\nplease", 2, 9);
        Remark read = Remark.of(folio.written().get(0).text());
        assertThat(read).isEqualTo(new Remark(List.of(new AgentId(2), new AgentId(9)), "@Ben\nplease"));
        note(ADA, "nobody");
        assertThat(Remark.of(folio.written().get(1).text())).isEqualTo(new Remark(List.of(), "nobody"));
    }

    @Test
    void whoWasMentionedIsKnownUntilHeHasLookedOnce() {
        note(ADA, "@Ben", 2, 9);
        note(ADA, "@Ben again", 2);
        assertThat(folio.now().aside().mentioned()).containsExactly(new AgentId(2), new AgentId(9));
        heed(BEN);
        heed(BEN);
        heed(ADA);
        assertThat(folio.now().aside().mentioned()).containsExactly(new AgentId(9));
        assertThat(kinds()).containsExactly(Kind.NOTED, Kind.NOTED, Kind.HEEDED);
    }

    @Test
    void lookingMovesNothingInTheLists() {
        note(ADA, "@Ben", 2);
        folio.apply(new Change.Heed(id(), BEN, Reply.NOBODY), LATER);
        assertThat(folio.now().changedAt()).isEqualTo(START);
    }

    @Test
    void mentionsThatWaitForEverAreGivenUpTheOldestFirst() {
        for (long agent = 10; agent < 60; agent++) note(ADA, "all", agent);
        assertThat(folio.now().aside().mentioned())
                .hasSize(40)
                .startsWith(new AgentId(20))
                .endsWith(new AgentId(59));
    }

    @Test
    void whatIsKeptInTheRowIsReadAsItWas() {
        note(ADA, "all", 2, 9);
        Aside aside = folio.now().aside();
        assertThat(Aside.of(aside.mentionedWord(), aside.labelsWord(), null, null))
                .isEqualTo(aside);
        assertThat(Aside.NONE.mentionedWord()).isNull();
        assertThat(Aside.of(null, null, null, null)).isEqualTo(Aside.NONE);
    }

    private Refusal note(Author by, String text, long... mentioned) {
        List<AgentId> ids =
                Arrays.stream(mentioned).mapToObj(AgentId::new).toList();
        return folio.apply(new Change.Note(id(), by, "ref00005", new Remark(ids, text), Reply.NOBODY), START);
    }

    private void heed(Author by) {
        assertThat(folio.apply(new Change.Heed(id(), by, Reply.NOBODY), START)).isNull();
    }

    private void say(Author by, String text) {
        folio.apply(new Change.Say(id(), null, by, "ref00003", text, Reply.NOBODY), START);
    }

    private List<Kind> kinds() {
        return folio.written().stream().map(Entry::kind).toList();
    }

    private static ConversationId id() {
        return new ConversationId(1);
    }
}
