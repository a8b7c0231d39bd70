package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.deskbell.conversation.ConversationId;
import org.deskbell.staff.AgentId;

/** A mail to an agent as the table has it; it stays after it was sent, until the conversation was read. Does not leave the room. */
@Entity
@Table(name = "agent_mail")
class AgentMailRow implements Posted {
    @Id
    String id;

    @Column(name = "conversation_id")
    long conversationId;

    @Column(name = "agent_id")
    long agentId;

    long seen;
    String address;
    String language;

    @Column(name = "ordered_at")
    OffsetDateTime orderedAt;

    int tries;

    @Column(name = "next_at")
    OffsetDateTime nextAt;

    Notice.Unread unread() {
        return new Notice.Unread(new ConversationId(conversationId), new AgentId(agentId), seen);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int tries() {
        return tries;
    }

    @Override
    public boolean waits() {
        return nextAt != null;
    }

    @Override
    public void waitUntil(OffsetDateTime next) {
        nextAt = next;
    }

    @Override
    public void close() {
        nextAt = null;
        address = null;
    }

    @Override
    public Mail toMail(int claimed) {
        return new Mail(id, claimed, new ConversationId(conversationId), address, language, null, unread());
    }
}
