package org.deskbell.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Side;
import org.deskbell.site.SiteId;

/** An upload as the table has it; that it was said, the log's writer notes. Does not leave the room. */
@Entity
@Table(name = "attachment")
class AttachmentRow {
    @Id
    String id;

    @Column(name = "site_id")
    long siteId;

    @Column(name = "by_kind")
    String byKind;

    @Column(name = "by_id")
    long byId;

    @Column(name = "conversation_id")
    Long conversationId;

    Long seq;
    int together;
    String name;

    @Column(name = "type")
    String media;

    @Column(name = "size")
    long bytes;

    Integer width;
    Integer height;
    String rendered;
    String place;

    @Column(name = "at")
    OffsetDateTime uploadedAt;

    @Column(name = "gone_at")
    OffsetDateTime goneAt;

    Attachment toAttachment() {
        return new Attachment(
                id,
                new SiteId(siteId),
                Side.valueOf(byKind.toUpperCase(Locale.ROOT)),
                byId,
                conversationId == null ? null : new ConversationId(conversationId),
                seq != null,
                name,
                FileType.ofMedia(media),
                bytes,
                width,
                height,
                rendered,
                place);
    }
}
