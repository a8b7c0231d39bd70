package org.deskbell.protocol;

/** What the server sends; {@link Encoder} makes it text. */
public sealed interface FromServer
        permits EntryFrame,
                Live,
                Older,
                EarlierNow,
                EarlierOf,
                TypingNow,
                ViewingNow,
                Refused,
                Beat,
                Pong,
                VisitorWelcome,
                Presence,
                QueueNow,
                Started,
                Forgotten,
                Introduced,
                AgentWelcome,
                Inbox,
                Listed,
                Opened,
                VisitorNow,
                StatusNow,
                Preferred,
                AssistanceNow,
                AssistNow,
                AnswersNow,
                Kept,
                OnSite,
                Begun,
                PartingNow,
                HeldBack,
                TakenBack {

    /** The frame's {@code type}. */
    String type();

    /** Writes the members behind {@code type}. */
    void members(Members out);
}
