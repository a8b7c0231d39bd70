package org.deskbell.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskbell.support.Guests.guest;

import java.time.Instant;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class LookerTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void thePagesOfAVisitAreKeptInTheirOrderAndTheLatest20OfThem() {
        Looker looker = null;
        for (int i = 1; i <= 25; i++)
            looker = Looker.at(page("/p/" + i, i), null, guest(new VisitorId(7), AT, 2, AT), looker);
        assertThat(looker.trail()).hasSize(Looker.PAGES);
        assertThat(looker.trail().get(0).url()).endsWith("/p/6");
        assertThat(looker.page().url()).endsWith("/p/25");
        assertThat(looker.since()).isEqualTo(AT);
    }

    @Test
    void theSamePageAgainIsNoOtherOne() {
        Looker once = Looker.at(page("/p/1", 0), "search.example", guest(new VisitorId(7), AT, 2, AT), null);
        Looker again = Looker.at(
                new PageSeen("https://shop.example/p/1", "Now with a title", AT.plusSeconds(9)),
                null,
                guest(new VisitorId(7), AT, 2, AT),
                once);
        assertThat(again.trail()).containsExactly(new PageSeen("https://shop.example/p/1", "Now with a title", AT));
        assertThat(again.referrer()).isEqualTo("search.example");
    }

    @Test
    void anotherVisitBeginsAnew() {
        Looker first = Looker.at(page("/p/1", 0), "search.example", guest(new VisitorId(7), AT, 2, AT), null);
        Looker second =
                Looker.at(page("/p/2", 9_000), null, guest(new VisitorId(7), AT, 2, AT.plusSeconds(9_000)), first);
        assertThat(second.trail()).hasSize(1);
        assertThat(second.referrer()).isNull();
        assertThat(second.since()).isEqualTo(AT.plusSeconds(9_000));
    }

    @Test
    void whatOneNodeTellsAnotherUnderstands() {
        Looker looker = Looker.at(page("/p/1", 0), "search.example", guest(new VisitorId(7), AT, 2, AT), null);
        looker = Looker.at(
                new PageSeen("https://shop.example/\"x\"", null, AT.plusSeconds(3)),
                null,
                guest(new VisitorId(7), AT, 2, AT),
                looker);
        String word = LookerWords.write(looker);
        assertThat(word).doesNotContain("\n");
        assertThat(LookerWords.read(word)).isEqualTo(looker);
    }

    private static PageSeen page(String path, int after) {
        return new PageSeen("https://shop.example" + path, "A\nB", AT.plusSeconds(after));
    }
}
