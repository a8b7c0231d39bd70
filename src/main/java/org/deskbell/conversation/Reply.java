package org.deskbell.conversation;

/**
 * Where the outcome of a change goes when it is not news. A change that was made is told to everybody by
 * {@link Committed}, the one who asked included. Called by the writer: it must not block.
 */
public interface Reply {
    /** For changes nobody waits for. */
    Reply NOBODY = new Reply() {
        @Override
        public void repeated(Entry original) {
            // nobody asks
        }

        @Override
        public void refused(Refusal refusal) {
            // nobody asks
        }
    };

    /** When it was asked for, by {@link System#nanoTime}, to measure how long it took; 0 where nobody waits. */
    default long asked() {
        return 0;
    }

    /**
     * Whether the one who asks may act on this conversation as it stands under the lock of its row. If not, he is answered as if there were
     * none.
     */
    default boolean entitled(Conversation locked) {
        return true;
    }

    /** The same ref was used before: this is what came of it then; null where the change was so already. */
    void repeated(Entry original);

    void refused(Refusal refusal);
}
