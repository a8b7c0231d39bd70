package org.deskbell.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is said of one conversation, as the table has it; does not leave the room. */
@Entity
@Table(name = "conversation_about")
class AboutRow {
    @Id
    @Column(name = "conversation_id")
    long conversationId;

    String attributes;

    protected AboutRow() {}

    /** Whole from the beginning: Hibernate inserts what a row holds when it is handed over. */
    AboutRow(ConversationId conversation, String attributes) {
        conversationId = conversation.value();
        this.attributes = attributes;
    }
}
