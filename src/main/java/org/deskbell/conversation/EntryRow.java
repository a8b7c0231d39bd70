package org.deskbell.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;

/** A line of the log as read; it is written by {@link LogTables} alone. */
@Entity
@Table(name = "entry")
@IdClass(EntryRow.Key.class)
class EntryRow {
    @Id
    @Column(name = "conversation_id")
    long conversationId;

    @Id
    long seq;

    String kind;
    OffsetDateTime at;

    @Column(name = "by_kind")
    String byKind;

    @Column(name = "by_id")
    long byId;

    @Column(name = "by_name")
    String byName;

    String ref;
    String text;
    Long delivered;
    Long seen;
    String files;

    @Column(name = "of_seq")
    Long ofSeq;

    @Column(name = "altered_at")
    OffsetDateTime alteredAt;

    String was;
    String choices;

    Entry toEntry() {
        return new Entry(
                new ConversationId(conversationId),
                seq,
                Kind.of(kind),
                at.toInstant(),
                new Author(Side.of(byKind), byId, byName),
                ref,
                text,
                delivered == null ? 0 : delivered,
                seen == null ? 0 : seen,
                Attached.read(files),
                ofSeq,
                alteredAt == null ? null : alteredAt.toInstant(),
                was,
                Choices.read(choices));
    }

    /** Which line; a class, since EclipseLink fills its fields. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        long conversationId;
        long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.conversationId == conversationId && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(conversationId * 31 + seq);
        }
    }
}
