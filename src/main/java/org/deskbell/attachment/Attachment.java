package org.deskbell.attachment;

import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Side;
import org.deskbell.site.SiteId;

/**
 * A file as it is kept. {@code conversation} is null until its visitor said it; {@code said} once it belongs to a message; {@code rendered} is the
 * media type of the pictures that were made of it, or null; {@code size} in bytes.
 */
public record Attachment(
        String id,
        SiteId site,
        Side side,
        long by,
        ConversationId conversation,
        boolean said,
        String name,
        FileType type,
        long size,
        Integer width,
        Integer height,
        String rendered,
        String place) {

    /** Whether there is this part of it. */
    public boolean has(Part part) {
        return part == Part.ORIGINAL || rendered != null;
    }
}
