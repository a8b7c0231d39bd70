package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.protocol.Encoder;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Marks NONE = new Marks(0, 0);
    private static final Conversation CONVERSATION = new Conversation(
            new ConversationId(7),
            "c-1",
            new SiteId(1),
            null,
            new VisitorId(3),
            "v-1",
            true,
            null,
            4,
            NONE,
            NONE,
            0,
            null,
            NOON,
            NOON,
            NOON,
            null,
            null,
            Aside.NONE,
            List.of());

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aVisitorLearnsOfAPrivateEntryItsNumberAlone(Kind kind) {
        String frame = Encoder.encode(Frames.entry(entry(kind), CONVERSATION, Reader.VISITOR));
        // What an edited message said before is for agents.
        if (!kind.isPrivate()) assertThat(frame).contains("\"at\"").doesNotContain("secret");
        else assertThat(frame).isEqualTo("{\"type\":\"passed\",\"conversation\":\"c-1\",\"seq\":4}");
    }

    @Test
    void anAgentTooLearnsOfWhatIsNotKnownHereItsNumberAlone() {
        assertThat(Encoder.encode(Frames.entry(entry(Kind.UNKNOWN), CONVERSATION, Reader.AGENT)))
                .isEqualTo("{\"type\":\"passed\",\"conversation\":\"c-1\",\"seq\":4}");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void newsAreForEachReaderWhatTheLogIs(Kind kind) {
        News news = new News(new Happened(entry(kind), CONVERSATION), new Round());
        for (Reader reader : new Reader[] {Reader.AGENT, Reader.VISITOR, Reader.AGENT}) {
            assertThat(news.encoded(reader)).isEqualTo(Encoder.encode(Frames.entry(entry(kind), CONVERSATION, reader)));
        }
    }

    @Test
    void aVisitorIsToldWhyItsSiteEndedItWhereThatHasNotSaidSo() {
        assertThat(closed("30", Reader.VISITOR)).contains("\"silent\":30");
        assertThat(closed("30 said", Reader.VISITOR)).doesNotContain("silent");
        assertThat(closed("30 said", Reader.AGENT)).contains("\"silent\":30");
        assertThat(closed(null, Reader.AGENT)).doesNotContain("silent");
        assertThat(Frames.differs(entry(Kind.CLOSED, "30 said"))).isTrue();
    }

    @Test
    void aVisitorIsNotToldFromWhomItWasTakenOver() {
        Entry taken = entry(Kind.CLAIMED, "from 7 Ben of Orders");
        assertThat(Encoder.encode(Frames.entry(taken, CONVERSATION, Reader.AGENT)))
                .contains("\"from\":{\"id\":\"7\",\"name\":\"Ben of Orders\"}");
        assertThat(Encoder.encode(Frames.entry(taken, CONVERSATION, Reader.VISITOR)))
                .doesNotContain("Orders");
        assertThat(Frames.differs(taken)).isTrue();
    }

    @Test
    void aVisitorIsNotToldThatAnAgentDidNotLook() {
        Entry released = entry(Kind.RELEASED, "unanswered");
        assertThat(Encoder.encode(Frames.entry(released, CONVERSATION, Reader.AGENT)))
                .contains("\"why\":\"unanswered\"");
        assertThat(Encoder.encode(Frames.entry(released, CONVERSATION, Reader.VISITOR)))
                .contains("\"why\":\"handed-back\"");
        assertThat(Frames.differs(released)).isTrue();
    }

    @Test
    void aVisitorIsNotToldThatAnAgentWantedToGo() {
        Entry released = entry(Kind.RELEASED, "went-offline");
        assertThat(Encoder.encode(Frames.entry(released, CONVERSATION, Reader.AGENT)))
                .contains("\"why\":\"went-offline\"");
        assertThat(Encoder.encode(Frames.entry(released, CONVERSATION, Reader.VISITOR)))
                .contains("\"why\":\"dropped-out\"");
        assertThat(Frames.differs(released)).isTrue();
        assertThat(Frames.differs(entry(Kind.RELEASED, "dropped-out"))).isFalse();
    }

    private static String closed(String why, Reader reader) {
        return Encoder.encode(Frames.entry(entry(Kind.CLOSED, why), CONVERSATION, reader));
    }

    private static Entry entry(Kind kind) {
        String text =
                switch (kind) {
                    case ASSISTED -> "{}";
                    case TRANSFERRED -> "{\"department\":{\"id\":\"7\",\"name\":\"secret\"}}";
                    case NOTED -> "2\nsecret";
                    case LABELLED -> "+7 secret";
                    case SNOOZED -> NOON.toString();
                    default -> "text";
                };
        return entry(kind, text);
    }

    private static Entry entry(Kind kind, String text) {
        Author ada = Author.agent(new AgentId(1), "Ada");
        return new Entry(CONVERSATION.id(), 4, kind, NOON, ada, "ref-1", text, 0, 0, null, 3L, null, "secret");
    }
}
