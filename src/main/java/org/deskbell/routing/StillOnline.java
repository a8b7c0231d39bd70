package org.deskbell.routing;

import org.deskbell.conversation.Author;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;
import org.deskbell.staff.AgentId;

/** What came of it that an agent claims what a colleague has who is online: refused {@code still-online} where it is still his. */
record StillOnline(AgentId owner, Reply to) implements Reply {
    @Override
    public long asked() {
        return to.asked();
    }

    @Override
    public boolean entitled(Conversation locked) {
        return to.entitled(locked);
    }

    @Override
    public void repeated(Entry original) {
        to.repeated(original);
    }

    @Override
    public void refused(Refusal refusal) {
        Author has = refusal.by();
        boolean his = refusal.reason().equals("taken") && has != null && has.id() == owner.value();
        to.refused(his ? Refusal.of("still-online") : refusal);
    }
}
