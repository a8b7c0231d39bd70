package org.deskbell.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.deskbell.conversation.Conversation.Last;
import org.deskbell.conversation.Conversation.Marks;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** A conversation as read; it is written by {@link LogTables} alone. */
@Entity
@Table(name = "conversation")
class ConversationRow {
    @Id
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "site_id")
    long siteId;

    @Column(name = "department_id")
    Long departmentId;

    @Column(name = "visitor_id")
    long visitorId;

    @Column(name = "visitor_public_id")
    String visitorPublicId;

    String status;

    @Column(name = "owner_id")
    Long ownerId;

    @Column(name = "last_seq")
    long lastSeq;

    @Column(name = "visitor_delivered")
    long visitorDelivered;

    @Column(name = "visitor_seen")
    long visitorSeen;

    @Column(name = "agent_delivered")
    long agentDelivered;

    @Column(name = "agent_seen")
    long agentSeen;

    int unread;

    @Column(name = "last_message_seq")
    Long lastMessageSeq;

    @Column(name = "last_message_by")
    String lastMessageBy;

    @Column(name = "last_message")
    String lastMessage;

    @Column(name = "last_message_at")
    OffsetDateTime lastMessageAt;

    @Column(name = "started_at")
    OffsetDateTime startedAt;

    @Column(name = "changed_at")
    OffsetDateTime changedAt;

    @Column(name = "queued_at")
    OffsetDateTime queuedAt;

    @Column(name = "waiting_since")
    OffsetDateTime waitingSince;

    String assistance;
    String joined;
    String mentioned;
    String labels;

    @Column(name = "snoozed_at")
    OffsetDateTime snoozedAt;

    @Column(name = "snoozed_until")
    OffsetDateTime snoozedUntil;

    @Column(name = "offered_to")
    Long offeredTo;

    @Column(name = "offered_at")
    OffsetDateTime offeredAt;

    /** The same as {@code changedAt} where it is closed: only this one is indexed. */
    @Column(name = "closed_at")
    OffsetDateTime closedAt;

    Conversation toConversation() {
        return new Conversation(
                new ConversationId(id),
                publicId,
                new SiteId(siteId),
                departmentId,
                new VisitorId(visitorId),
                visitorPublicId,
                status.equals("open"),
                ownerId == null ? null : new AgentId(ownerId),
                lastSeq,
                new Marks(visitorDelivered, visitorSeen),
                new Marks(agentDelivered, agentSeen),
                unread,
                lastMessageSeq == null ? null : last(),
                startedAt.toInstant(),
                changedAt.toInstant(),
                queuedAt.toInstant(),
                instant(waitingSince),
                assistance,
                Aside.of(
                        mentioned,
                        labels,
                        Aside.snooze(instant(snoozedAt), instant(snoozedUntil)),
                        Offer.of(offeredTo, instant(offeredAt))),
                Aside.agents(joined));
    }

    private Last last() {
        return new Last(lastMessageSeq, Side.of(lastMessageBy), lastMessage, lastMessageAt.toInstant());
    }

    private static Instant instant(OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
