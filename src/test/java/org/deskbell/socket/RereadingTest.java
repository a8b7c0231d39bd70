package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Guests.guest;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.deskbell.conversation.Bygones;
import org.deskbell.conversation.Conversation;
import org.deskbell.protocol.Before;
import org.deskbell.site.SiteId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class RereadingTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final VisitorId ANN = new VisitorId(1);
    private static final VisitorId BEN = new VisitorId(2);

    private final StringBuilder sent = new StringBuilder();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<VisitorId> lookedFor = new ArrayList<>();
    private final Rooms rooms = rooms();
    private final Connection connection =
            new Connection("1", "127.0.0.1", new SentAtOnce(sent), true, workers(), uncounted(), 0);
    private final VisitorSeat seat = new VisitorSeat(connection, rooms);
    private final Rereading rereading = new Rereading(connection, rooms, seat);

    @Test
    void whoIsSomebodyElseByThenReadsNothingOfTheOneBefore() {
        seat.is(guest(ANN, NOON, 0, null));
        rereading.list("c-1");
        rereading.page(new Before("c-1", 5, 50));
        seat.is(guest(BEN, NOON, 0, null));
        work();
        assertThat(lookedFor).containsExactly(BEN, BEN);
    }

    @Test
    void whoHasLeftByThenIsAnsweredNothing() {
        seat.is(guest(ANN, NOON, 0, null));
        rereading.list(null);
        rereading.list("c-1");
        seat.is(null);
        work();
        assertThat(lookedFor).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void whoHasNoneIsToldSo() {
        seat.is(guest(ANN, NOON, 0, null));
        rereading.list(null);
        work();
        assertThat(sent.toString()).isEqualTo("{\"type\":\"earlier\",\"items\":[],\"more\":false}");
    }

    private void work() {
        while (!waiting.isEmpty()) waiting.poll().run();
    }

    private Workers workers() {
        return new Workers() {
            @Override
            boolean offer(Runnable work) {
                return waiting.add(work);
            }
        };
    }

    private static SocketMeters uncounted() {
        return new SocketMeters() {
            @Override
            void refused(String reason) {
                // not of interest here
            }
        };
    }

    /** Whose conversations are looked for; there are none, which is refused. */
    private Rooms rooms() {
        return new Rooms() {
            @Override
            Bygones bygones() {
                return new Bygones() {
                    @Override
                    public Optional<Conversation> own(VisitorId visitor, SiteId site, String publicId) {
                        lookedFor.add(visitor);
                        return Optional.empty();
                    }
                };
            }
        };
    }
}
