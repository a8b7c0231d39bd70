package org.deskbell.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A closed conversation as its visitor sees it in a list. {@code agents}: the names of those who answered near its end, who was first there first;
 * {@code last} and {@code stars} may be null.
 */
public record Bygone(Conversation conversation, List<String> agents, Said last, Integer stars) {

    /** The last message in words; {@code removed}: it says nothing any more. */
    public record Said(Instant at, Side by, String text, boolean removed) {}
}
