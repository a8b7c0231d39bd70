package org.deskbell.socket;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deskbell.conversation.Bygone;
import org.deskbell.conversation.Conversation;
import org.deskbell.protocol.Before;
import org.deskbell.protocol.EarlierNow;
import org.deskbell.protocol.EntryFrame;
import org.deskbell.protocol.Older;
import org.deskbell.protocol.Refused;
import org.deskbell.visitor.Visitor;

/**
 * Lets a visitor read what was said before: of the conversation he is in, and of those he had on this site before it. Nobody else's: whose they are is
 * looked up when it is their turn, since by then somebody else may sit at the browser.
 */
final class Rereading {
    private static final int PAGE = 20;

    private final Connection connection;
    private final Rooms rooms;
    private final VisitorSeat seat;

    Rereading(Connection connection, Rooms rooms, VisitorSeat seat) {
        this.connection = connection;
        this.rooms = rooms;
        this.seat = seat;
    }

    /** Those before the one he names, or before the one he is in. */
    void list(String before) {
        errand("earlier", before, who -> {
            Optional<Conversation> from =
                    before == null ? Optional.ofNullable(seat.feed()).map(Feed::conversation) : own(who, before);
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
    void page(Before before) {
        errand("before", before.conversation(), who -> {
            Optional<Conversation> own = own(who, before.conversation());
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

    private Optional<Conversation> own(Visitor who, String conversation) {
        return rooms.bygones().own(who.id(), who.site(), conversation);
    }

    private void errand(String of, String conversation, Consumer<Visitor> errand) {
        boolean taken = connection.errand(() -> {
            Visitor who = seat.visitor();
            if (who != null) errand.accept(who);
        });
        if (!taken) refuse(of, conversation, "busy", 2);
    }

    private void refuse(String of, String conversation, String reason, Integer retryAfter) {
        connection.send(new Refused(of, null, conversation, reason, null, null, retryAfter));
    }
}
