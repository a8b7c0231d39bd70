package org.deskbell.socket;

import java.util.List;
import java.util.Optional;
import org.deskbell.conversation.Bygone;
import org.deskbell.conversation.Conversation;
import org.deskbell.protocol.Before;
import org.deskbell.protocol.EarlierNow;
import org.deskbell.protocol.EntryFrame;
import org.deskbell.protocol.Older;
import org.deskbell.protocol.Refused;
import org.deskbell.site.Site;
import org.deskbell.visitor.Visitor;

/** Lets a visitor read what was said before: of the conversation he is in, and of those he had on this site before it. Nobody else's. */
final class Rereading {
    private static final int PAGE = 20;

    private final Connection connection;
    private final Rooms rooms;

    Rereading(Connection connection, Rooms rooms) {
        this.connection = connection;
        this.rooms = rooms;
    }

    /** Those before the one he names, or before the one he is in. */
    void list(Visitor who, Site site, Feed here, String before) {
        errand("earlier", before, () -> {
            Optional<Conversation> from = before == null
                    ? Optional.ofNullable(here).map(Feed::conversation)
                    : rooms.bygones().own(who.id(), site.id(), before);
            if (from.isPresent()) connection.send(page(from.get(), who, before));
            else if (before == null) connection.send(new EarlierNow(null, List.of(), false));
            else refuse("earlier", before, "unknown-conversation", null);
        });
    }

    private EarlierNow page(Conversation from, Visitor who, String before) {
        List<Bygone> found = rooms.bygones().before(from, who.id(), PAGE + 1);
        List<EarlierNow.Item> items =
                found.stream().limit(PAGE).map(Rereading::item).toList();
        return new EarlierNow(before, items, found.size() > PAGE);
    }

    static EarlierNow.Item item(Bygone bygone) {
        Conversation of = bygone.conversation();
        Bygone.Said last = bygone.last();
        return new EarlierNow.Item(
                of.publicId(),
                of.startedAt(),
                of.lastSeq(),
                bygone.agents(),
                last == null ? null : new EarlierNow.Last(last.at(), last.by().word(), last.text(), last.removed()),
                bygone.stars());
    }

    /** Of any conversation of his. */
    void page(Visitor who, Site site, Before before) {
        errand("before", before.conversation(), () -> {
            Optional<Conversation> own = rooms.bygones().own(who.id(), site.id(), before.conversation());
            if (own.isPresent()) older(own.get(), before);
            else refuse("before", before.conversation(), "unknown-conversation", null);
        });
    }

    void older(Conversation of, Before before) {
        List<EntryFrame> entries = rooms.conversations().before(of.id(), before.seq(), before.limit()).stream()
                .map(entry -> Frames.entry(entry, of, Reader.VISITOR))
                .toList();
        connection.send(new Older(of.publicId(), entries, 1));
    }

    private void errand(String of, String conversation, Runnable errand) {
        if (!connection.errand(errand)) refuse(of, conversation, "busy", 2);
    }

    private void refuse(String of, String conversation, String reason, Integer retryAfter) {
        connection.send(new Refused(of, null, conversation, reason, null, null, retryAfter));
    }
}
