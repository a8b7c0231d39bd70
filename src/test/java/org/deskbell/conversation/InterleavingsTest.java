package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * S58: whatever two nodes are asked at once about the same conversations, each has one owner at most, and its log is dense, says nothing twice
 * and explains how it stands. Nobody acts where he may not, loses what he has touched, is ended while an agent owes him an answer, or opens again what ended
 * while his words were held.
 */
class InterleavingsTest {
    private static final int CONVERSATIONS = 3;
    private static final int AGENTS = 3;
    private static final long ORDERS = 100;
    private static final Author CLERK = Author.agent(new AgentId(AGENTS + 1), "Clerk");
    private static final String HELD = "held until now";

    /** Of one who may act on what is in Orders, and on nothing else. */
    private static final Reply IN_ORDERS = new Reply() {
        @Override
        public boolean entitled(Conversation locked) {
            return Objects.equals(locked.department(), ORDERS);
        }

        @Override
        public void repeated(Entry original) {
            // nobody asks
        }

        @Override
        public void refused(Refusal refusal) {
            // nobody asks
        }
    };

    private static final Map<TestStore, DataSource> STORES = new EnumMap<>(TestStore.class);
    private static long visitors = 1_000_000;

    /** What a visitor or an agent can ask for. */
    enum Wish {
        ASK,
        ANSWER,
        CLAIM,
        TAKE_OVER,
        JOIN,
        STEP_OUT,
        ASSIGN,
        ASSIGN_FOR_A_WHILE,
        WITHDRAW,
        LOOK,
        SAY_WHAT_WAS_HELD,
        GIVE_UP,
        RATE,
        ANSWER_AS_CLERK,
        CLAIM_AS_CLERK,
        JOIN_AS_CLERK,
        RELEASE,
        GIVE_TO_A_COLLEAGUE,
        GIVE_TO_ORDERS,
        DROP_OUT,
        GO_OFFLINE,
        GO_AND_GIVE,
        SNOOZE,
        WAKE,
        CLOSE,
        LEAVE,
        MARK
    }

    /** @param agent who wishes it, or about whom it is @param name of few, so that some are repeated and some used by others too */
    record Request(Wish wish, int conversation, int agent, int name) {}

    /** How a conversation stands, by its row or by its log. */
    private record State(boolean open, AgentId owner, Long department, boolean asleep, Set<AgentId> joined) {}

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void theLogExplainsHowEachConversationStands(
            @ForAll TestStore store,
            @ForAll("requests") List<Request> ofOneNode,
            @ForAll("requests") List<Request> ofTheOther)
            throws SQLException {
        DataSource source = STORES.computeIfAbsent(store, InterleavingsTest::open);
        List<Conversation> begun = begin(source);
        TestNodes.run(source, happened -> {}, List.of(changes(ofOneNode, begun), changes(ofTheOther, begun)));
        for (Conversation each : begun) {
            List<Entry> log = log(source, each.id());
            assertThat(log).extracting(Entry::seq).as("dense").isEqualTo(numbersTo(log.size()));
            assertThat(repeated(log)).as("said twice in %s", log).isEmpty();
            assertThat(stands(source, each.id(), log.size()))
                    .as("after %s", log)
                    .isEqualTo(replayed(log));
        }
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        wishes(),
                        Arbitraries.integers().between(0, CONVERSATIONS - 1),
                        Arbitraries.integers().between(1, AGENTS),
                        Arbitraries.integers().between(0, 150))
                .as(Request::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250);
    }

    /** What is given for a while is given and lost often, or too little of it would fall into one transaction. */
    private static Arbitrary<Wish> wishes() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(Wish.class)),
                Tuple.of(1, Arbitraries.of(Wish.ASSIGN_FOR_A_WHILE, Wish.WITHDRAW, Wish.ANSWER)));
    }

    /** Nobody gets what somebody has, and only who has it gives it up; each fails here where the log tells otherwise. */
    private static State replayed(List<Entry> log) {
        boolean open = true;
        boolean asleep = false;
        AgentId owner = null;
        Long department = null;
        Set<AgentId> joined = new HashSet<>();
        boolean given = false;
        Side spoke = null;
        Entry opening = null;
        for (Entry line : log) {
            if (isBy(CLERK, line))
                assertThat(department).as("Orders in %s", line).isEqualTo(ORDERS);
            if (!Offer.UNANSWERED.equals(line.text()) && acts(line, owner)) given = false;
            switch (line.kind()) {
                case CLAIMED -> {
                    Former from = Former.of(line);
                    assertThat(owner).as("owner before %s", line).isEqualTo(from == null ? null : from.agent());
                    assertThat(open).as("open before %s", line).isTrue();
                    owner = new AgentId(line.by().id());
                    given = Entry.ASSIGNED.equals(line.text());
                }
                case JOINED -> {
                    assertThat(open).as("open before %s", line).isTrue();
                    assertThat(owner).as("owner before %s", line).isNotNull();
                    assertThat(joined.add(new AgentId(line.by().id())))
                            .as("news in %s", line)
                            .isTrue();
                    assertThat(joined).as("beside the owner after %s", line).doesNotContain(owner);
                }
                case LEFT ->
                    assertThat(joined.remove(new AgentId(line.by().id())))
                            .as("in it before %s", line)
                            .isTrue();
                case RELEASED -> {
                    boolean dropped = line.by().side() == Side.SITE;
                    assertThat(owner).as("owner before %s", line).isNotNull();
                    if (!dropped)
                        assertThat(owner.value())
                                .as("owner before %s", line)
                                .isEqualTo(line.by().id());
                    if (Change.DropOut.OFFLINE.equals(line.text()))
                        assertThat(asleep).as("asleep before %s", line).isFalse();
                    if (Offer.UNANSWERED.equals(line.text())) {
                        assertThat(given).as("not opened before %s", line).isTrue();
                        assertThat(asleep).as("asleep before %s", line).isFalse();
                    }
                    owner = null;
                }
                case TRANSFERRED -> {
                    if (Target.isOffline(line.text())) {
                        assertThat(owner).as("owner before %s", line).isNotNull();
                        assertThat(asleep).as("asleep before %s", line).isFalse();
                    }
                    if (owner != null)
                        assertThat(owner.value())
                                .as("owner before %s", line)
                                .isEqualTo(line.by().id());
                    Target to = Target.of(line.text());
                    owner = to instanceof Target.Colleague colleague ? colleague.id() : null;
                    if (to instanceof Target.Department there) {
                        department = there.id();
                        joined.clear();
                    }
                }
                case CLOSED -> {
                    assertThat(open).as("open before %s", line).isTrue();
                    if (line.by().side() == Side.SITE) {
                        assertThat(owner).as("owner before %s", line).isNotNull();
                        assertThat(asleep).as("asleep before %s", line).isFalse();
                        assertThat(spoke).as("the last word before %s", line).isEqualTo(Side.AGENT);
                    }
                    if (owner != null && line.by().side() == Side.AGENT)
                        assertThat(owner.value())
                                .as("owner before %s", line)
                                .isEqualTo(line.by().id());
                    open = false;
                    asleep = false;
                    joined.clear();
                }
                case REOPENED -> {
                    assertThat(open).as("open before %s", line).isFalse();
                    open = true;
                    owner = null;
                    opening = line;
                }
                case RATED -> assertThat(open).as("open before %s", line).isFalse();
                case POSTED -> {
                    AgentId by = new AgentId(line.by().id());
                    if (line.by().side() == Side.AGENT && !joined.contains(by))
                        assertThat(owner).as("owner of %s", line).isEqualTo(by);
                    if (HELD.equals(line.text()))
                        assertThat(opening).as("opened by %s", line).isNull();
                    if (line.by().side() != Side.SITE) spoke = line.by().side();
                    opening = null;
                }
                case SNOOZED -> asleep = true;
                case WOKEN -> asleep = false;
                default -> assertThat(line.kind()).isEqualTo(Kind.MARKED);
            }
            joined.remove(owner);
        }
        return new State(open, owner, department, asleep, joined);
    }

    private static boolean isBy(Author agent, Entry line) {
        return line.by().side() == Side.AGENT && line.by().id() == agent.id();
    }

    /** Whether who was given it keeps it for this: he did something there, or any agent answered. What he looked at is in no mark that tells it apart. */
    private static boolean acts(Entry line, AgentId owner) {
        if (line.by().side() != Side.AGENT || line.kind() == Kind.MARKED) return false;
        return line.kind() == Kind.POSTED
                || owner != null && owner.value() == line.by().id();
    }

    private static List<Long> numbersTo(int last) {
        List<Long> numbers = new ArrayList<>();
        for (long seq = 1; seq <= last; seq++) numbers.add(seq);
        return numbers;
    }

    private static List<Entry> repeated(List<Entry> log) {
        Set<List<Object>> seen = new HashSet<>();
        return log.stream()
                .filter(line -> line.ref() != null
                        && !seen.add(List.of(line.by().side(), line.by().id(), line.ref())))
                .toList();
    }

    private static List<Change> changes(List<Request> requests, List<Conversation> begun) {
        return requests.stream()
                .map(request -> change(request, begun.get(request.conversation)))
                .toList();
    }

    private static Change change(Request request, Conversation about) {
        ConversationId id = about.id();
        AgentId colleague = new AgentId(1 + request.agent % AGENTS);
        Author agent = Author.agent(new AgentId(request.agent), "Agent");
        Author visitor = Author.visitor(about.visitor(), null);
        Author site = new Author(Side.SITE, 1, "Site");
        String ref = "request-%03d".formatted(request.name);
        Long here = request.name % 2 == 0 ? null : ORDERS;
        return switch (request.wish) {
            case ASK -> new Change.Say(null, opening(about), visitor, ref, "from a visitor", Reply.NOBODY);
            case ANSWER -> new Change.Say(id, null, agent, ref, "from an agent", Reply.NOBODY);
            case CLAIM -> new Change.Claim(id, agent, ref, Reply.NOBODY);
            case TAKE_OVER -> new Change.Claim(id, agent, ref, new Former(colleague, "Agent"), Reply.NOBODY);
            case JOIN -> new Change.Join(id, agent, ref, true, Reply.NOBODY);
            case STEP_OUT -> new Change.Join(id, agent, ref, false, Reply.NOBODY);
            case ASSIGN -> new Change.Assign(id, agent, Reply.NOBODY);
            case ASSIGN_FOR_A_WHILE -> new Change.Assign(id, agent, true, Reply.NOBODY);
            case WITHDRAW -> new Change.Withdraw(id, agent, Duration.ZERO);
            case LOOK -> new Change.Look(id, agent, Reply.NOBODY);
            case SAY_WHAT_WAS_HELD ->
                new HeldMessage(
                                new AgentId(request.agent),
                                "Agent",
                                ref,
                                id,
                                about.visitor(),
                                HELD,
                                List.of(),
                                0,
                                List.of(),
                                true)
                        .said(Reply.NOBODY);
            case GIVE_UP -> new Change.GiveUp(id, site, patience(request), (in, at) -> false);
            case RATE -> new Change.Rate(id, visitor, ref, 1 + request.name % 5, null, Reply.NOBODY);
            case ANSWER_AS_CLERK -> new Change.Say(id, null, CLERK, ref, "from a clerk", IN_ORDERS);
            case CLAIM_AS_CLERK -> new Change.Claim(id, CLERK, ref, new Former(colleague, "Agent"), IN_ORDERS);
            case JOIN_AS_CLERK -> new Change.Join(id, CLERK, ref, true, IN_ORDERS);
            case RELEASE -> new Change.Release(id, agent, ref, Reply.NOBODY);
            case GIVE_TO_A_COLLEAGUE ->
                new Change.Transfer(id, agent, ref, here, new Target.Colleague(colleague, "Agent"), Reply.NOBODY);
            case GIVE_TO_ORDERS ->
                new Change.Transfer(id, agent, ref, here, new Target.Department(ORDERS, "Orders"), Reply.NOBODY);
            case DROP_OUT ->
                new Change.DropOut(id, new AgentId(request.agent), Change.DropOut.GONE, site, Reply.NOBODY);
            case GO_OFFLINE ->
                new Change.DropOut(id, new AgentId(request.agent), Change.DropOut.OFFLINE, agent, Reply.NOBODY);
            case GO_AND_GIVE -> new Change.Give(id, agent, new Target.Colleague(colleague, "Agent"), Reply.NOBODY);
            case SNOOZE -> new Change.Snooze(id, agent, ref, null, Reply.NOBODY);
            case WAKE -> new Change.Wake(id, agent, ref, Reply.NOBODY);
            case CLOSE -> new Change.Close(id, agent, ref, Reply.NOBODY);
            case LEAVE -> new Change.Close(id, visitor, ref, Reply.NOBODY);
            case MARK -> new Change.Mark(id, agent, request.name, request.name);
        };
    }

    private static Patience patience(Request request) {
        return new Patience(true, 0, request.name % 2 == 0 ? "" : "Good bye");
    }

    /** Visitors nobody has talked with yet, each with a conversation of his own. */
    private static List<Conversation> begin(DataSource source) throws SQLException {
        List<Change> first = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement insert = connection.createStatement()) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                long id = ++visitors;
                insert.execute("insert into visitor (id, public_id, site_id, first_seen_at, last_seen_at) values (" + id
                        + ", 'v-" + id + "', 1, current_timestamp, current_timestamp)");
                first.add(new Change.Say(
                        null,
                        opening(new VisitorId(id)),
                        Author.visitor(new VisitorId(id), null),
                        "begin",
                        "hello",
                        Reply.NOBODY));
            }
        }
        Map<ConversationId, Conversation> begun = new ConcurrentHashMap<>();
        TestNodes.run(
                source, happened -> begun.put(happened.conversation().id(), happened.conversation()), List.of(first));
        assertThat(begun).hasSize(CONVERSATIONS);
        return List.copyOf(begun.values());
    }

    private static Opening opening(Conversation of) {
        return opening(of.visitor());
    }

    private static Opening opening(VisitorId visitor) {
        return new Opening(new SiteId(1), "Site", "Welcome", true, visitor, "v-" + visitor.value(), null);
    }

    private static DataSource open(TestStore store) {
        try {
            DataSource source = store.fresh();
            try (Connection connection = source.getConnection();
                    Statement insert = connection.createStatement()) {
                insert.execute("insert into agent (id, login, name, role, created_at) values (" + CLERK.id()
                        + ", 'clerk', 'Clerk', 'agent', current_timestamp)");
                insert.execute("insert into department (id, site_id, name) values (" + ORDERS + ", 1, 'Orders')");
            }
            return source;
        } catch (SQLException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private static List<Entry> log(DataSource source, ConversationId id) throws SQLException {
        List<Entry> log = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select seq, kind, by_kind, by_id, ref, text from entry where conversation_id = ? order by seq")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Author by = new Author(Side.of(row.getString(3)), row.getLong(4), null);
                    log.add(new Entry(
                            id,
                            row.getLong(1),
                            Kind.of(row.getString(2)),
                            Instant.EPOCH,
                            by,
                            row.getString(5),
                            row.getString(6),
                            0,
                            0));
                }
            }
        }
        return log;
    }

    private static State stands(DataSource source, ConversationId id, long last) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select status, owner_id, offered_to, department_id, snoozed_at, joined, last_seq from conversation where id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getLong("last_seq")).as("last_seq").isEqualTo(last);
                Long owner = (Long) row.getObject("owner_id");
                assertThat(row.getObject("offered_to"))
                        .as("who has only so long")
                        .isIn(null, row.getString("status").equals("open") ? owner : null);
                return new State(
                        row.getString("status").equals("open"),
                        owner == null ? null : new AgentId(owner),
                        (Long) row.getObject("department_id"),
                        Objects.nonNull(row.getObject("snoozed_at")),
                        Set.copyOf(Aside.agents(row.getString("joined"))));
            }
        }
    }
}
