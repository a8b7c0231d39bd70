package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class BygonesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ConversationId ID = new ConversationId(7);

    @Test
    void theLastWordsAreThoseOfTheRow() {
        Bygone.Said said = Bygones.said(ending("Thank you"), null);
        assertThat(said).isEqualTo(new Bygone.Said(NOON, Side.AGENT, "Thank you", false));
    }

    @Test
    void whereTheRowHasNoWordsTheFilesAreNamedOrItIsGone() {
        List<Attached> file = List.of(new Attached("f", "pot.jpg", 1, "image/jpeg", null, null));
        assertThat(Bygones.said(ending(""), message(file, null)).text()).isEqualTo("[pot.jpg]");
        Bygone.Said removed = Bygones.said(ending(""), message(null, NOON));
        assertThat(removed.removed()).isTrue();
        assertThat(removed.text()).isEmpty();
    }

    @Test
    void whereNothingWasSaidThereAreNoLastWords() {
        assertThat(Bygones.said(conversation(null), null)).isNull();
    }

    private static Entry message(List<Attached> files, Instant alteredAt) {
        Author ada = Author.agent(new AgentId(1), "Ada");
        return new Entry(ID, 4, Kind.POSTED, NOON, ada, null, "", 0, 0, files, null, alteredAt, null);
    }

    private static Conversation ending(String text) {
        return conversation(new Last(4, Side.AGENT, text, NOON));
    }

    private static Conversation conversation(Last last) {
        Marks none = new Marks(0, 0);
        return new Conversation(
                ID,
                "c-1",
                new SiteId(1),
                null,
                new VisitorId(3),
                "v-1",
                false,
                null,
                4,
                none,
                none,
                0,
                last,
                NOON,
                NOON,
                NOON,
                null,
                null,
                Aside.NONE,
                List.of());
    }
}
