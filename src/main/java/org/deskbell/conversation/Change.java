package org.deskbell.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deskbell.label.LabelId;
import org.deskbell.staff.AgentId;

/**
 * Something to be done to a conversation. Whatever changes one goes through {@link MessageLog#submit}. A visitor's message has no
 * {@code conversation} where he holds none or the one he holds is over: his current one is found, or a new one is begun.
 */
public sealed interface Change {
    ConversationId conversation();

    Author by();

    /** The client's own name for this change; null for marks and for what the server does itself. */
    String ref();

    Reply reply();

    /** What the server does itself, or what makes no difference when it is done twice: no client has a name for it, and mostly none waits for it. */
    sealed interface Unnamed extends Change {
        @Override
        default String ref() {
            return null;
        }

        @Override
        default Reply reply() {
            return Reply.NOBODY;
        }
    }

    /**
     * Say something; {@code opening} is null when an agent says it in a conversation there is, and given where he speaks to a visitor first. {@code files} are
     * ids of what he has uploaded for it. {@code quote} is the seq of the message it answers, 0 for none; refused {@code unknown-message} where there is no
     * such message there. What a visitor says goes without it where that begins another conversation. {@code choices} are what an agent's message offers
     * to answer with, all different, empty for none. {@code onlyOpen}: it opens nothing again, and is refused {@code not-open} where that is over.
     */
    record Say(
            ConversationId conversation,
            Opening opening,
            Author by,
            String ref,
            String text,
            List<String> files,
            long quote,
            List<String> choices,
            boolean onlyOpen,
            Reply reply)
            implements Change {
        public Say {
            files = List.copyOf(files);
            choices = List.copyOf(choices);
        }

        /** With nothing to choose from; where that is over it is opened again. */
        public Say(
                ConversationId conversation,
                Opening opening,
                Author by,
                String ref,
                String text,
                List<String> files,
                long quote,
                Reply reply) {
            this(conversation, opening, by, ref, text, files, quote, List.of(), false, reply);
        }

        /** To no message in particular. */
        public Say(
                ConversationId conversation,
                Opening opening,
                Author by,
                String ref,
                String text,
                List<String> files,
                Reply reply) {
            this(conversation, opening, by, ref, text, files, 0, reply);
        }

        /** Words alone. */
        public Say(ConversationId conversation, Opening opening, Author by, String ref, String text, Reply reply) {
            this(conversation, opening, by, ref, text, List.of(), reply);
        }
    }

    /** This side has got and has looked at everything up to here. */
    record Mark(ConversationId conversation, Author by, long delivered, long seen) implements Unnamed {}

    /** The agent takes it, from this one where he has it; refused {@code taken} where somebody else has it. {@code from} may be null. */
    record Claim(ConversationId conversation, Author by, String ref, Former from, Reply reply) implements Change {
        /** From nobody. */
        public Claim(ConversationId conversation, Author by, String ref, Reply reply) {
            this(conversation, by, ref, null, reply);
        }
    }

    /** The agent is given it, where it still waits; else nothing changes. {@code timed}: he has only so long to open it. */
    record Assign(ConversationId conversation, Author by, boolean timed, Reply reply) implements Unnamed {
        /** As long as he likes. */
        public Assign(ConversationId conversation, Author by, Reply reply) {
            this(conversation, by, false, reply);
        }
    }

    /** The agent has it before him; else nothing changes than that he keeps what he was given. */
    record Look(ConversationId conversation, Author by, Reply reply) implements Unnamed {}

    /** {@code by} was given it and has not opened it for so long: back to the queue, if that is still so; else nothing changes. */
    record Withdraw(ConversationId conversation, Author by, Duration patience) implements Unnamed {}

    /**
     * An agent comes into it beside its owner, or leaves it again; nothing happens where that is so already. Who comes in is refused {@code not-open},
     * {@code unowned} where nobody has it, and {@code full} where {@link Conversation#BESIDE} are in it.
     */
    record Join(ConversationId conversation, Author by, String ref, boolean on, Reply reply) implements Change {}

    /** The owner hands it back. */
    record Release(ConversationId conversation, Author by, String ref, Reply reply) implements Change {}

    /**
     * The owner, or anybody where nobody has it, hands it on: to a colleague, or to a department where it waits at the place it has.
     *
     * @param from the department in which it was when that was decided; refused {@code moved} where it is in another by now
     */
    record Transfer(ConversationId conversation, Author by, String ref, Long from, Target to, Reply reply)
            implements Change {}

    /** The owner is gone: it goes back to the queue if it is still his and, where he went on purpose, awake. */
    record DropOut(ConversationId conversation, AgentId owner, String why, Author by, Reply reply) implements Unnamed {
        public static final String GONE = "dropped-out";
        /** He went on purpose. */
        public static final String OFFLINE = "went-offline";
        /** He is not in its department any more. */
        public static final String LEFT = "left-department";
    }

    /** The owner went offline on purpose, or is gone and the colleague was there beside him: the colleague is given it, if it is still his and awake; else nothing changes. */
    record Give(ConversationId conversation, Author by, Target.Colleague to, Reply reply) implements Unnamed {}

    /** It is over. */
    record Close(ConversationId conversation, Author by, String ref, Reply reply) implements Change {}

    /** Its site ends it, where the visitor has not answered for as long as it waits and nothing else goes on there; else nothing changes. */
    record GiveUp(ConversationId conversation, Author by, Patience patience, Occupation occupation)
            implements Unnamed {}

    /** Said among agents; any of them may, whoever has it, and also when it is over. */
    record Note(ConversationId conversation, Author by, String ref, Remark remark, Reply reply) implements Change {}

    /** An agent who was mentioned has looked. */
    record Heed(ConversationId conversation, Author by, Reply reply) implements Unnamed {}

    /** A label is put on or taken off; refused {@code too-many} where 20 of those that are {@code there} at all are on. */
    record Label(
            ConversationId conversation, Author by, String ref, Labelling labelling, List<LabelId> there, Reply reply)
            implements Change {}

    /** It leaves the boxes until then, or until the visitor writes ({@code until} null: only until he does); {@code bad-time} if that is no time to come. */
    record Snooze(ConversationId conversation, Author by, String ref, Instant until, Reply reply) implements Change {}

    /** It is back in the boxes; where the site does it, only if its time has come. */
    record Wake(ConversationId conversation, Author by, String ref, Reply reply) implements Change {}

    /** It is about a message that was said before. */
    sealed interface Afterwards extends Change {
        /** The seq of the message. */
        long of();
    }

    /**
     * An agent says otherwise what he said, whoever has the conversation, while it is open. Nothing happens where it says that already. Refused
     * {@code unknown-message} where no agent said that, {@code not-yours}, {@code already-removed}, {@code not-open}.
     */
    record Edit(ConversationId conversation, Author by, String ref, long of, String text, Reply reply)
            implements Afterwards {}

    /**
     * An agent takes back what he said, and an administrator what any agent said: its words and files are gone, whoever has the conversation and also
     * when it is over. Refused {@code unknown-message} where no agent said that, {@code not-yours}, {@code already-removed}.
     */
    record Remove(ConversationId conversation, Author by, String ref, long of, boolean administrator, Reply reply)
            implements Afterwards {}

    /** What the visitor thought of it, 1 to 5 stars; {@code comment} may be null. A later one takes its place. */
    record Rate(ConversationId conversation, Author by, String ref, int stars, String comment, Reply reply)
            implements Change {}

    /** A step of remote assistance; {@code ref} is null for what the server ends by itself. */
    record Assist(ConversationId conversation, Author by, String ref, Step step, Reply reply) implements Change {}

    /** Decides on a step while the row is locked, so in the database's truth. Pure, and quick: every writer waits for it. */
    @FunctionalInterface
    interface Step {
        Outcome take(Conversation locked, Instant at);
    }

    /**
     * What came of a step: why not, or what is kept from now on (null for nothing) and the entries that tell it. Without entries nothing
     * changes.
     */
    record Outcome(Refusal refusal, String state, List<String> told) {
        public static Outcome refused(String reason) {
            return new Outcome(Refusal.of(reason), null, List.of());
        }
    }
}
