package org.deskbell.reminder;

import org.deskbell.conversation.Conversation;
import org.deskbell.mail.MailAddress;
import org.deskbell.routing.Remit;
import org.deskbell.staff.AgentId;

/**
 * An agent who can be written to. Pure.
 *
 * @param language one of the console's
 * @param wish {@code own}, {@code all} or {@code none}, as he chose it
 * @param there he is online, and so is told by his console
 * @param duties what he may be given
 */
record Reader(AgentId id, MailAddress address, String language, String wish, boolean there, Remit duties) {
    /** Whether what is unread in this conversation is his to look at: it is his own, or nobody's and he asked to be told of that. */
    boolean isConcernedBy(Conversation conversation) {
        if (wish.equals("none")) return false;
        if (conversation.owner() != null) return conversation.owner().equals(id);
        return wish.equals("all") && duties.meets(conversation.site()) && duties.covers(conversation);
    }
}
