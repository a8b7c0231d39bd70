package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * S58: whatever two nodes are asked at once about the same conversations, each has one owner at most, and its log is dense, says nothing twice
 * and explains how it stands.
 */
class InterleavingsTest {
    private static final int CONVERSATIONS = 3;
    private static final int AGENTS = 3;
    private static final long ORDERS = 100;
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
                        Arbitraries.of(Wish.class),
                        Arbitraries.integers().between(0, CONVERSATIONS - 1),
                        Arbitraries.integers().between(1, AGENTS),
                        Arbitraries.integers().between(0, 150))
                .as(Request::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(250);
    }

    /** Nobody gets what somebody has, and only who has it gives it up; each fails here where the log tells otherwise. */
    private static State replayed(List<Entry> log) {
        boolean open = true;
        boolean asleep = false;
        AgentId owner = null;
        Long department = null;
        Set<AgentId> joined = new HashSet<>();
        for (Entry line : log) {
            switch (line.kind()) {
                case CLAIMED -> {
                    Former from = Former.of(line);
                    assertThat(owner).as("owner before %s", line).isEqualTo(from == null ? null : from.agent());
                    assertThat(open).as("open before %s", line).isTrue();
                    owner = new AgentId(line.by().id());
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
                }
                case POSTED -> {
                    AgentId by = new AgentId(line.by().id());
                    if (line.by().side() == Side.AGENT && !joined.contains(by))
                        assertThat(owner).as("owner of %s", line).isEqualTo(by);
                }
                case SNOOZED -> asleep = true;
                case WOKEN -> asleep = false;
                default -> assertThat(line.kind()).isEqualTo(Kind.MARKED);
            }
            joined.remove(owner);
        }
        return new State(open, owner, department, asleep, joined);
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
        return new Opening(new SiteId(1), "Site", "Welcome", true, visitor, "v-" + visitor.value());
    }

    private static DataSource open(TestStore store) {
        try {
            DataSource source = store.fresh();
            try (Connection connection = source.getConnection();
                    Statement insert = connection.createStatement()) {
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
                        "select status, owner_id, department_id, snoozed_at, joined, last_seq from conversation where id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(row.getLong("last_seq")).as("last_seq").isEqualTo(last);
                Long owner = (Long) row.getObject("owner_id");
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
