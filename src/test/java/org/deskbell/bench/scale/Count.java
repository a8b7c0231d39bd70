package org.deskbell.bench.scale;

/** What is counted, in the simulation and, where it is a statement or a word, on real servers too. */
enum Count {
    /** Commits of the log's writer that changed something ({@code GroupCommit}, {@code Batch}). */
    TRANSACTIONS,
    /** Rows of the log: messages and read marks ({@code LogTables.insertEntries}). */
    ENTRIES,
    /** Rows of conversations that were written ({@code LogTables.save}). */
    UPDATES,
    /** Look-ups of refs ({@code LogTables.withRefs}). */
    REF_LOOKUPS,
    /** Rows of news, of both lanes ({@code Bus.write}, {@code NodeTables.tell}). */
    NEWS,
    /** Reads of the others' news ({@code NodeTables.behind}), and the rows they bring. */
    POLLS,
    NEWS_READ,
    /** {@code Neighbours.beat}: one update and two look-ups. */
    BEATS,
    NODE_LOOKUPS,
    /** {@code AgentPresence.gone}, each second, and the rows it brings: one for each agent at work. */
    ROLL_READS,
    ROLL_ROWS,
    /** {@code Changed.look}: two statements every two seconds, and the rows they bring. */
    LOOKS,
    LOOK_ROWS,
    /** Conversations read because another node changed them ({@code Changed.tell}), and how many. */
    HEARD_READS,
    HEARD_ROWS,
    /** The new entries of those conversations that somebody here follows, at once ({@code Changed.news}). */
    NEAR_READS,
    /** A screen reads the log from where it stands ({@code Feed.catchUp}). */
    LOG_READS,
    /** Ticks of the lists that tell ({@code InboxFeed.tell}): visitors, staff, counters; and the open conversations counted. */
    LIST_TICKS,
    COUNTED_ROWS,
    /** Lines told to the consoles of a node. */
    LINES,
    /** {@code InboxFeed.take}: the conversations of visitors who came or left. */
    MOVED_READS,
    /** Words published to Redis, delivered by it, and the bytes of what is delivered. */
    WORDS,
    DELIVERED,
    BYTES,
    /** Words left out because more than 10,000 waited ({@code Channels.arrive}). */
    LOST;

    /** Statements PostgreSQL executes, a batch's rows one by one, without begin and commit. */
    static long statements(java.util.function.ToLongFunction<Count> of) {
        long sum = 0;
        for (Count each : new Count[] {
            TRANSACTIONS,
            REF_LOOKUPS,
            ENTRIES,
            UPDATES,
            NEWS,
            POLLS,
            BEATS,
            NODE_LOOKUPS,
            ROLL_READS,
            LOOKS,
            HEARD_READS,
            NEAR_READS,
            LOG_READS,
            MOVED_READS
        }) sum += of.applyAsLong(each);
        return sum + 3 * of.applyAsLong(LIST_TICKS);
    }
}
