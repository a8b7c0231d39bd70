package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deskbell.conversation.Aside;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Happened;
import org.deskbell.conversation.Kind;
import org.deskbell.conversation.Offer;
import org.deskbell.conversation.Refusal;
import org.deskbell.routing.Remit;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ConversationId ID = new ConversationId(7);
    private static final VisitorId LIN = new VisitorId(3);
    private static final AgentId ADA = new AgentId(1);
    private static final Conversation.Marks NONE = new Conversation.Marks(0, 0);

    private final List<Entry> log = new ArrayList<>();
    private final StringBuilder sent = new StringBuilder();
    private final List<Feed> lost = new ArrayList<>();
    private static final Remit NOTHING = new Remit(Set.of(100L));
    private Runnable whileReading = () -> {};
    private final Feed feed = new Feed(connection(), Reader.AGENT, conversation(), this::read, standing(), 0);

    @Test
    void whoMayNotReadOnGetsNothingMoreAndIsToldOnce() {
        Feed closed = new Feed(
                connection(),
                Reader.AGENT,
                conversation(),
                this::read,
                standing(),
                new Sight(NOTHING, lost::add, sent::append),
                0);
        closed.catchUp();
        sent.setLength(0);
        say(1);
        Conversation elsewhere = inDepartment(100L);
        assertThat(closed.stays(conversation())).isTrue();
        closed.offer(new News(new Happened(log.get(0), elsewhere), new Round()));
        assertThat(sent).contains("unknown-conversation").doesNotContain("\"seq\":1");
        assertThat(lost).containsExactly(closed);
        sent.setLength(0);
        closed.behind(1);
        closed.offer(new News(new Happened(log.get(0), conversation()), new Round()));
        assertThat(sent).isEmpty();
    }

    @Test
    void whatIsWrittenAndToldWhileTheLogIsReadIsSent() {
        whileReading = () -> {
            say(1);
            feed.behind(1);
        };
        feed.catchUp();
        assertThat(sent).contains("\"seq\":1");
    }

    @Test
    void aRepeatOfWhatWasNeverSentIsReadFromTheLog() {
        say(1);
        feed.catchUp();
        say(2);
        feed.repeat(log.get(1));
        assertThat(sent).contains("\"seq\":2");
    }

    @Test
    void aRepeatOfWhatWasSentIsSentOnceMore() {
        say(1);
        feed.catchUp();
        sent.setLength(0);
        feed.repeat(log.get(0));
        assertThat(sent).contains("\"seq\":1");
    }

    @Test
    void newsOfWhatTheLogDoesNotHaveDoesNotKeepItReading() {
        say(1);
        feed.catchUp();
        feed.behind(9);
        assertThat(sent).endsWith("\"live\",\"conversation\":\"c-1\",\"seq\":1}");
    }

    @Test
    void newsThatCameTooEarlyFollowsWhatGoesBeforeItWithoutReading() {
        feed.catchUp();
        sent.setLength(0);
        offer(3);
        offer(2);
        assertThat(sent).isEmpty();
        offer(1);
        assertThat(sequences()).containsExactly("1", "2", "3");
    }

    @Test
    void whatNobodyToldIsReadAfterAMoment() {
        feed.catchUp();
        sent.setLength(0);
        say(1);
        say(2);
        offer(2);
        feed.tick(System.nanoTime());
        assertThat(sent).isEmpty();
        feed.tick(System.nanoTime() + 2_000_000_000L);
        assertThat(sequences()).containsExactly("1", "2");
        assertThat(sent).contains("\"live\"");
    }

    @Test
    void whatCameTooEarlyIsReadWithWhatIsBehind() {
        feed.catchUp();
        sent.setLength(0);
        say(1);
        say(2);
        offer(2);
        feed.behind(1);
        offer(2);
        assertThat(sequences()).containsExactly("1", "2");
    }

    @Test
    void onlySoMuchWaits() {
        feed.catchUp();
        sent.setLength(0);
        for (long seq = 1; seq <= 40; seq++) say(seq);
        for (long seq = 2; seq <= 40; seq++) offer(seq);
        assertThat(sequences()).hasSize(40).startsWith("1", "2", "3").doesNotHaveDuplicates();
    }

    @Test
    void howItStandsFollowsWhereTheLogTellsOfAssistance() {
        log.add(new Entry(ID, 1, Kind.ASSISTED, NOON, Author.visitor(LIN, "Lin"), null, "{}", 0, 0));
        feed.catchUp();
        assertThat(sent).endsWith("\"seq\":1}<read>{\"standing\"}");
    }

    @Test
    void whoWatchesSaysSo() {
        assertThat(feed.isWatching()).isFalse();
        feed.watch(true);
        assertThat(feed.isWatching()).isTrue();
        feed.watch(false);
        assertThat(feed.isWatching()).isFalse();
    }

    @Test
    void thatItWasGivenToHimIsNotForgottenForAnOlderState() {
        assertThat(feed.stays(given(3, ADA))).isTrue();
        assertThat(feed.stays(given(2, null))).isTrue();
        assertThat(feed.isOffered(ADA)).isTrue();
        assertThat(feed.stays(given(3, null))).isTrue();
        assertThat(feed.isOffered(ADA)).isFalse();
    }

    @Test
    void thatHeLooksIsSaidAgainOnceWhereItCouldNotBeWrittenAndHeStillDoes() {
        long later = System.nanoTime() + 10_000_000_000L;
        feed.stays(given(1, ADA));
        feed.viewed(true);
        assertThat(feed.looksAgainNow(ADA, later)).isFalse();
        new Looked(feed).refused(Refusal.of("unknown-conversation"));
        assertThat(feed.looksAgainNow(ADA, later)).isFalse();
        new Looked(feed).refused(Refusal.later("busy", 2));
        assertThat(feed.looksAgainNow(ADA, System.nanoTime())).isFalse();
        assertThat(feed.looksAgainNow(ADA, later)).isTrue();
        assertThat(feed.looksAgainNow(ADA, later)).isFalse();
        new Looked(feed).refused(Refusal.later("storage", 2));
        feed.viewed(false);
        assertThat(feed.looksAgainNow(ADA, later)).isFalse();
    }

    private void say(long seq) {
        log.add(entry(seq));
    }

    private static Entry entry(long seq) {
        return new Entry(ID, seq, Kind.POSTED, NOON, Author.visitor(LIN, "Lin"), "ref-" + seq, "text", 0, 0);
    }

    private void offer(long seq) {
        Round round = new Round();
        feed.offer(new News(new Happened(entry(seq), conversation()), round));
        round.end();
    }

    private List<String> sequences() {
        return Pattern.compile("ref-(\\d+)")
                .matcher(sent)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<Entry> read(ConversationId of, long after, int most) {
        List<Entry> page =
                log.stream().filter(entry -> entry.seq() > after).limit(most).toList();
        Runnable meanwhile = whileReading;
        whileReading = () -> {};
        meanwhile.run();
        return page;
    }

    private Feed.Standing standing() {
        return new Feed.Standing() {
            @Override
            public void learn(ConversationId conversation) {
                sent.append("<read>");
            }

            @Override
            public String now(Feed of) {
                return "{\"standing\"}";
            }
        };
    }

    private static Conversation conversation() {
        return inDepartment(null);
    }

    private static Conversation inDepartment(Long department) {
        return as(department, 1, Aside.NONE);
    }

    private static Conversation given(long seq, AgentId to) {
        Offer offer = to == null ? null : new Offer(to, NOON);
        return as(null, seq, new Aside(List.of(), List.of(), null, offer));
    }

    private static Conversation as(Long department, long seq, Aside aside) {
        return new Conversation(
                ID,
                "c-1",
                new SiteId(1),
                department,
                LIN,
                "v-1",
                true,
                null,
                seq,
                NONE,
                NONE,
                0,
                null,
                NOON,
                NOON,
                NOON,
                null,
                null,
                aside,
                List.of());
    }

    private Connection connection() {
        Workers here = new Workers() {
            @Override
            boolean offer(Runnable work) {
                work.run();
                return true;
            }
        };
        return new Connection("1", "127.0.0.1", new SentAtOnce(sent), true, here, null, 0);
    }
}
