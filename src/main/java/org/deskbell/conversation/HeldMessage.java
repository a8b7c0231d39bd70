package org.deskbell.conversation;

import java.util.List;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/**
 * What an agent has said and may still take back. {@code quote} is the seq of the message it answers, 0 for none. {@code forOpen}: the conversation was
 * open when he said it, so it is not said once that is over.
 */
public record HeldMessage(
        AgentId agent,
        String name,
        String ref,
        ConversationId conversation,
        VisitorId visitor,
        String text,
        List<String> files,
        long quote,
        List<String> choices,
        boolean forOpen) {
    public HeldMessage {
        files = List.copyOf(files);
        choices = List.copyOf(choices);
    }

    public Author by() {
        return Author.agent(agent, name);
    }

    /** What is done when its time is over. */
    public Change.Say said(Reply reply) {
        return new Change.Say(conversation, null, by(), ref, text, files, quote, choices, forOpen, reply);
    }
}
