package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.deskbell.staff.AgentId;

/** A mail to an agent as the table has it; it stays after it was sent, until the conversation was read. Does not leave the room. */
@Entity
@Table(name = "agent_mail")
class AgentMailRow extends Posted {
    @Column(name = "agent_id")
    long agentId;

    long seen;

    Notice.Unread unread() {
        return new Notice.Unread(conversation(), new AgentId(agentId), seen);
    }

    @Override
    Mail toMail(int claimed) {
        return new Mail(id, claimed, conversation(), address, language, null, unread());
    }
}
