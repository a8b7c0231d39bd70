package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.OffsetDateTime;
import org.deskbell.conversation.ConversationId;

/** A mail as a table has it while it waits ({@link Claims}), and with less afterwards. */
@MappedSuperclass
abstract class Posted {
    @Id
    String id;

    @Column(name = "conversation_id")
    long conversationId;

    /** Null where it does not wait any more. */
    String address;

    String language;

    @Column(name = "ordered_at")
    OffsetDateTime orderedAt;

    int tries;

    /** Null where nothing is to be done any more. */
    @Column(name = "next_at")
    OffsetDateTime nextAt;

    ConversationId conversation() {
        return new ConversationId(conversationId);
    }

    /** Nothing is to be done any more, and its address is gone. */
    void close() {
        nextAt = null;
        address = null;
    }

    /** @param claimed tries with the one for which it is claimed now */
    abstract Mail toMail(int claimed);
}
