package org.deskbell.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.deskbell.conversation.ConversationId;

/** A mail as the table has it: with its address while it waits, and as a mark for counting afterwards. Does not leave the room. */
@Entity
@Table(name = "mail")
class MailRow implements Posted {
    @Id
    String id;

    @Column(name = "site_id")
    long siteId;

    @Column(name = "conversation_id")
    long conversationId;

    @Column(name = "visitor_id")
    long visitorId;

    String ref;
    String address;

    @Column(name = "address_mark")
    String addressMark;

    String language;
    String zone;

    @Column(name = "ordered_at")
    OffsetDateTime orderedAt;

    int tries;

    @Column(name = "next_at")
    OffsetDateTime nextAt;

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
        return new Mail(id, claimed, new ConversationId(conversationId), address, language, zone, null);
    }
}
