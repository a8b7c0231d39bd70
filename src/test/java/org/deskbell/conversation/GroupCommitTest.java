package org.deskbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The writer on real databases, with two of them on one store as on two nodes. */
class GroupCommitTest {
    private static final int BATCH = TestNodes.BATCH;

    private final ConcurrentLinkedQueue<Happened> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Object> answers = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatIsToldIsInTheDatabaseInOrder(TestStore store) throws Exception {
        DataSource source = store.fresh();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 300; i++) changes.add(say(1 + i % 10, "ref-%05d".formatted(i), true));
        run(source, changes);
        assertThat(told).hasSize(300 + 10);
        assertThat(dense(source)).isTrue();
        assertThat(count(source, "select count(*) from entry where kind = 'posted' and ref is not null"))
                .isEqualTo(300);
        assertThat(count(source, "select count(*) from conversation")).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void aRepeatGetsTheOriginalAndNoSecondRow(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-once", true), say(1, "ref-once", true), say(1, "ref-once", true)));
        run(source, List.of(say(1, "ref-once", true)));
        assertThat(answers).hasSize(3).allMatch(answer -> answer instanceof Entry entry && entry.seq() == 2);
        assertThat(count(source, "select count(*) from entry where ref = 'ref-once'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void theSameRefOfSomebodyElseIsAnotherMessage(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-same", true), say(2, "ref-same", true)));
        assertThat(count(source, "select count(*) from entry where ref = 'ref-same'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void aRepeatIsKnownAfterAnotherConversationHasBegun(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-first", false)));
        ConversationId old = told.peek().conversation().id();
        Author lin = Author.visitor(new VisitorId(1), null);
        run(source, List.of(new Change.Close(old, lin, "ref-close", reply())));
        run(source, List.of(say(1, "ref-second", false)));
        assertThat(count(source, "select count(*) from conversation")).isEqualTo(2);
        run(source, List.of(say(1, "ref-first", false)));
        assertThat(count(source, "select count(*) from entry where ref = 'ref-first'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatBeginsAnotherConversationAnswersNothingOfTheOneBefore(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-first", false)));
        ConversationId old = told.peek().conversation().id();
        Author lin = Author.visitor(new VisitorId(1), null);
        run(source, List.of(new Change.Say(old, opening(1, false), lin, "ref-here", "yes", List.of(), 1, reply())));
        run(source, List.of(new Change.Close(old, lin, "ref-close", reply())));
        run(source, List.of(new Change.Say(old, opening(1, false), lin, "ref-there", "yes", List.of(), 1, reply())));
        assertThat(count(source, "select count(*) from entry where ref = 'ref-here' and of_seq = 1"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from entry where ref = 'ref-there' and of_seq is null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void ofAFirstMessageThatIsRefusedNothingStays(TestStore store) throws Exception {
        DataSource source = store.fresh();
        Author lin = Author.visitor(new VisitorId(1), null);
        Change refused = new Change.Say(null, opening(1, false), lin, "ref-file", "look", List.of("nobodys"), reply());
        run(source, List.of(refused));
        assertThat(answers).containsExactly(Refusal.of("unknown-file"));
        assertThat(told).isEmpty();
        assertThat(count(source, "select count(*) from conversation")).isZero();
        run(source, List.of(refused, say(1, "ref-good", false), refused));
        assertThat(count(source, "select count(*) from conversation")).isEqualTo(1);
        assertThat(dense(source)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void choicesAreKeptWithTheirMessageUntilItIsEditedOrRemoved(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-asked", true)));
        ConversationId id = told.peek().conversation().id();
        Author ada = Author.agent(new AgentId(1), "Ada");
        for (String ref : List.of("ref-one", "ref-two")) {
            List<String> choices = List.of("Red", "Blue");
            run(source, List.of(new Change.Say(id, null, ada, ref, "Which?", List.of(), 0, choices, false, reply())));
        }
        String kept = "select count(*) from entry where choices = 'Red\nBlue'";
        assertThat(count(source, kept)).isEqualTo(2);
        long first = count(source, "select seq from entry where ref = 'ref-one'");
        long second = count(source, "select seq from entry where ref = 'ref-two'");
        run(source, List.of(new Change.Edit(id, ada, "ref-edit", first, "Which one?", reply())));
        assertThat(count(source, kept)).isEqualTo(1);
        run(source, List.of(new Change.Remove(id, ada, "ref-remove", second, false, reply())));
        assertThat(count(source, kept)).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void anAgentWhoSpeaksFirstHasTheConversationAndSaysItOnce(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(first("ref-first")));
        run(source, List.of(first("ref-first"), first("ref-second")));
        assertThat(count(source, "select count(*) from conversation where owner_id = 1"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from entry where kind = 'posted'"))
                .isEqualTo(2);
        assertThat(count(source, "select count(*) from conversation where waiting_since is null"))
                .isEqualTo(1);
    }

    private Change first(String ref) {
        Opening opening = new Opening(new SiteId(1), "Site", "", true, new VisitorId(1), "v-1", null);
        return new Change.Say(null, opening, Author.agent(new AgentId(1), "Ada"), ref, "Can I help?", reply());
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void onePoisonedRowDoesNotTakeTheOthersWithIt(TestStore store) throws Exception {
        DataSource source = store.fresh();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) changes.add(say(1 + i % 5, "ref-%05d".formatted(i), true));
        Author lin = Author.visitor(new VisitorId(3), null);
        changes.add(7, new Change.Say(null, opening(3, true), lin, "ref-poison", "x".repeat(4_001), reply()));
        run(source, changes);
        assertThat(answers).singleElement().isInstanceOf(Refusal.class);
        assertThat(count(source, "select count(*) from entry where ref is not null"))
                .isEqualTo(20);
        assertThat(dense(source)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void aFileBelongsToOneMessageAndARepeatIsAnsweredWithIt(TestStore store) throws Exception {
        DataSource source = store.fresh();
        uploaded(source, "file-one", 1);
        uploaded(source, "file-two", 2);
        run(source, List.of(bring(1, "ref-first", "file-one"), bring(1, "ref-second", "file-one")));
        run(source, List.of(bring(1, "ref-first", "file-one"), bring(1, "ref-other", "file-two")));
        assertThat(answers)
                .satisfiesExactly(
                        second -> assertThat(second).isEqualTo(Refusal.of("unknown-file")),
                        first -> assertThat(((Entry) first).files())
                                .containsExactly(new Attached("file-one", "a \"pot\".jpg", 7, "image/jpeg", 4, 3)),
                        other -> assertThat(other).isEqualTo(Refusal.of("unknown-file")));
        assertThat(count(source, "select count(*) from attachment where id = 'file-one' and seq = 2"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from attachment where id = 'file-two' and seq is null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void ofWhatIsRemovedNothingIsLeftInItsRowAndItsFilesAreGone(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-begin", true)));
        ConversationId id = told.peek().conversation().id();
        Author ada = Author.agent(new AgentId(1), "Ada");
        uploaded(source, "file-one", 1);
        execute(source, "update attachment set by_kind = 'agent', conversation_id = " + id.value());
        run(source, List.of(new Change.Say(id, null, ada, "ref-card", "4111 1111", List.of("file-one"), reply())));
        Change remove = new Change.Remove(id, ada, "ref-remove", 4, false, reply());
        Change again = new Change.Remove(id, ada, "ref-again", 4, false, reply());
        // In one transaction: what was done in it counts.
        run(source, List.of(remove, again, new Change.Remove(id, ada, "ref-greeting", 1, true, reply())));
        run(source, List.of(remove, again, new Change.Say(id, null, ada, "ref-card", "4111 1111", reply())));
        assertThat(answers)
                .satisfiesExactly(
                        inOne -> assertThat(inOne).isEqualTo(Refusal.of("already-removed")),
                        greeting -> assertThat(greeting).isEqualTo(Refusal.of("unknown-message")),
                        repeated -> assertThat(((Entry) repeated).of()).isEqualTo(4),
                        later -> assertThat(later).isEqualTo(Refusal.of("already-removed")),
                        original -> assertThat(((Entry) original).isRemoved()).isTrue());
        assertThat(count(source, "select count(*) from entry where text like '%4111%' or files is not null"))
                .isZero();
        assertThat(count(source, "select count(*) from conversation where last_message = '' and last_message_seq = 4"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from attachment where gone_at is not null"))
                .isEqualTo(1);
        assertThat(count(
                        source,
                        "select count(*) from entry where kind = 'removed' and of_seq = 4 and by_id = 1 and seq = 5"))
                .isEqualTo(1);
        assertThat(dense(source)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void everyRowSaysWhatAnEditedMessageSaysNowAndNoneWhatARemovedOneSaidEver(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-begin", true)));
        ConversationId id = told.peek().conversation().id();
        Author ada = Author.agent(new AgentId(1), "Ada");
        run(source, List.of(new Change.Say(id, null, ada, "ref-day", "on Monday", List.of(), reply())));
        Change tuesday = new Change.Edit(id, ada, "ref-tuesday", 4, "on Tuesday", reply());
        Change wednesday = new Change.Edit(id, ada, "ref-wednesday", 4, "on Wednesday", reply());
        run(source, List.of(tuesday, wednesday));
        run(source, List.of(new Change.Edit(id, ada, "ref-friday", 4, "on Friday", reply())));
        // Repeated, and what it says already: neither is an edit.
        run(source, List.of(tuesday, new Change.Edit(id, ada, "ref-same", 4, "on Friday", reply())));
        assertThat(answers)
                .satisfiesExactly(
                        repeated -> assertThat(((Entry) repeated).text()).isEqualTo("on Friday"),
                        same -> assertThat(same).isEqualTo("already so"));
        assertThat(count(source, "select count(*) from entry where text = 'on Friday' and seq in (4, 5, 6, 7)"))
                .isEqualTo(4);
        assertThat(count(source, "select count(*) from entry where seq = 4 and was is null and altered_at is not null"))
                .isEqualTo(1);
        assertThat(
                        count(
                                source,
                                "select count(*) from entry where kind = 'edited' and of_seq = 4"
                                        + " and (seq = 5 and was = 'on Monday' or seq = 6 and was = 'on Tuesday' or seq = 7 and was = 'on Wednesday')"))
                .isEqualTo(3);
        assertThat(count(source, "select count(*) from conversation where last_message = 'on Friday'"))
                .isEqualTo(1);
        run(
                source,
                List.of(
                        new Change.Edit(id, ada, "ref-sunday", 4, "on Sunday", reply()),
                        new Change.Remove(id, ada, "ref-remove", 4, false, reply())));
        assertThat(count(source, "select count(*) from entry where text like 'on %' or was like 'on %'"))
                .isZero();
        assertThat(dense(source)).isTrue();
    }

    private Change bring(long visitor, String ref, String file) {
        Author by = Author.visitor(new VisitorId(visitor), null);
        return new Change.Say(null, opening(visitor, true), by, ref, "", List.of(file), reply());
    }

    private static void uploaded(DataSource source, String id, long visitor) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement insert = connection.createStatement()) {
            insert.execute(
                    "insert into attachment (id, site_id, by_kind, by_id, together, name, type, size, width, height,"
                            + " place, at) values ('" + id + "', 1, 'visitor', " + visitor
                            + ", 3, 'a \"pot\".jpg', 'image/jpeg', 7, 4, 3, 'database', current_timestamp)");
        }
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whatIsAllowedIsKeptWithTheConversation(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-first", true)));
        ConversationId id = told.peek().conversation().id();
        List<String> seen = new ArrayList<>();
        run(source, List.of(assist(id, 1, "ref-ask", "one", seen), assist(id, 1, "ref-stop", null, seen)));
        run(source, List.of(assist(id, 1, "ref-again", "two", seen), say(1, "ref-more", true)));
        run(source, List.of(assist(id, 1, "ref-last", "three", seen)));
        assertThat(seen).containsExactly(null, "one", null, "two");
        assertThat(count(source, "select count(*) from conversation where assistance = 'three'"))
                .isEqualTo(1);
        assertThat(dense(source)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void nobodyTakesTheNameOfAnothersRequest(TestStore store) throws Exception {
        DataSource source = store.fresh();
        run(source, List.of(say(1, "ref-first", true)));
        ConversationId id = told.peek().conversation().id();
        List<String> seen = new ArrayList<>();
        run(source, List.of(assist(id, 1, "ref-ask", "one", seen)));
        run(source, List.of(assist(id, 2, "ref-ask", "two", seen)));
        assertThat(answers).singleElement().isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(
                        refusal.reason())
                .isEqualTo("bad-ref"));
        assertThat(seen).hasSize(1);
    }

    private Change assist(ConversationId id, long agent, String ref, String state, List<String> seen) {
        Change.Step step = (conversation, at) -> {
            seen.add(conversation.assistance());
            return new Change.Outcome(null, state, List.of("{}"));
        };
        return new Change.Assist(id, Author.agent(new AgentId(agent), "Agent"), ref, step, reply());
    }

    /** F19: Payara 6.2025.9 hides what the driver says of a closed connection in an unchecked exception. */
    @Test
    void aDeadConnectionIsNotKept() throws Exception {
        DataSource source = TestStore.H2.fresh();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < BATCH + 5; i++) changes.add(say(1 + i % 8, "ref-%05d".formatted(i), true));
        run(firstDies(source), changes);
        assertThat(answers).hasSize(BATCH).allMatch(answer -> ((Refusal) answer).retryAfter() != null);
        assertThat(count(source, "select count(*) from entry where ref is not null"))
                .isEqualTo(5);
    }

    /** F27: a class that cannot be loaded, because no file can be opened, is an error and not an exception. */
    @Test
    void anErrorDoesNotEndTheWriter() throws Exception {
        DataSource source = TestStore.H2.fresh();
        AtomicInteger batches = new AtomicInteger();
        GroupCommit node = new GroupCommit(
                source,
                Clock.systemUTC(),
                100,
                1,
                new LogMeters(new SimpleMeterRegistry()),
                committed -> told.addAll(committed.news()),
                (transaction, batch) -> {
                    if (batches.getAndIncrement() == 0) throw new NoClassDefFoundError("no file can be opened");
                });
        node.submit(say(1, "ref-first", true));
        node.submit(say(2, "ref-second", true));
        node.stop();
        node.run();
        assertThat(answers).singleElement().isInstanceOf(Refusal.class);
        assertThat(count(source, "select count(*) from entry where ref = 'ref-first'"))
                .isZero();
        assertThat(count(source, "select count(*) from entry where ref = 'ref-second'"))
                .isEqualTo(1);
    }

    private static DataSource firstDies(DataSource source) {
        AtomicInteger given = new AtomicInteger();
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection real && given.getAndIncrement() == 0 ? dying(real) : result;
        });
    }

    private static Connection dying(Connection real) {
        AtomicBoolean dead = new AtomicBoolean();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                real.rollback();
                dead.set(true);
                throw new SQLException("An I/O error occurred", "08006");
            }
            if (dead.get() && !method.getName().equals("close")) {
                throw new UndeclaredThrowableException(new SQLException("This connection has been closed", "08003"));
            }
            return method.invoke(real, arguments);
        });
    }

    /** What a call of the proxy does. */
    private interface Call {
        Object make(Method method, Object... arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.make(method, arguments)));
    }

    @ParameterizedTest
    @EnumSource(TestStore.class)
    void whoMayNotActOnItIsAnsweredAsIfItWereNotThereAndChangesNothing(TestStore store) throws Exception {
        DataSource source = store.fresh();
        execute(source, "insert into department (id, site_id, name) values (100, 1, 'Orders')");
        run(source, List.of(say(1, "ref-begin", true)));
        ConversationId id = told.peek().conversation().id();
        Author ada = Author.agent(new AgentId(1), "Ada");
        Author ben = Author.agent(new AgentId(2), "Ben");
        Target orders = new Target.Department(100, "Orders");
        Reply stranger = new Reply() {
            @Override
            public boolean entitled(Conversation locked) {
                return locked.department() == null;
            }

            @Override
            public void repeated(Entry original) {
                answers.add("repeated");
            }

            @Override
            public void refused(Refusal refusal) {
                answers.add(refusal.reason());
            }
        };
        // In one transaction: what he did not know yet counts.
        run(
                source,
                List.of(
                        new Change.Transfer(id, ada, "ref-hand-on", null, orders, reply()),
                        new Change.Claim(id, ben, "ref-claim", stranger),
                        new Change.Say(id, null, ben, "ref-say", "mine?", stranger)));
        assertThat(answers).containsExactly("unknown-conversation", "unknown-conversation");
        assertThat(count(source, "select count(*) from conversation where department_id = 100 and owner_id is null"))
                .isEqualTo(1);
        assertThat(count(source, "select count(*) from entry where kind = 'transferred'"))
                .isEqualTo(1);
        assertThat(dense(source)).isTrue();
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(DataSource source, List<Change> changes) {
        TestNodes.run(source, told::add, List.of(changes));
    }

    private Change say(long visitor, String ref, boolean reopens) {
        return new Change.Say(
                null, opening(visitor, reopens), Author.visitor(new VisitorId(visitor), null), ref, "hello", reply());
    }

    private static Opening opening(long visitor, boolean reopens) {
        return new Opening(new SiteId(1), "Site", "Welcome", reopens, new VisitorId(visitor), "v-" + visitor, null);
    }

    private Reply reply() {
        return new Reply() {
            @Override
            public void repeated(Entry original) {
                answers.add(original == null ? "already so" : original);
            }

            @Override
            public void refused(Refusal refusal) {
                answers.add(refusal);
            }
        };
    }

    private static boolean dense(DataSource source) throws SQLException {
        return count(
                        source,
                        "select count(*) from conversation c where c.last_seq <> (select count(*) from entry e where"
                                + " e.conversation_id = c.id) or c.last_seq <> (select max(seq) from entry e where"
                                + " e.conversation_id = c.id)")
                == 0;
    }

    private static long count(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
