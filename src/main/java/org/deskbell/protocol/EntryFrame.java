package org.deskbell.protocol;

/** An entry of the conversation's log as it travels: it has a {@code seq}, and every screen gets it. */
public sealed interface EntryFrame extends FromServer
        permits Posted,
                Claimed,
                Joined,
                Released,
                Transferred,
                Closed,
                Reopened,
                Marked,
                Assisted,
                Noted,
                Heeded,
                Labelled,
                Snoozed,
                Woken,
                Passed,
                Rated,
                Removed,
                Edited {}
