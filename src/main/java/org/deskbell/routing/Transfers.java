package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.deskbell.conversation.Author;
import org.deskbell.conversation.Change;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.ConversationId;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Former;
import org.deskbell.conversation.MessageLog;
import org.deskbell.conversation.Reply;
import org.deskbell.conversation.Target;
import org.deskbell.presence.AgentPresence;
import org.deskbell.settings.Refused;
import org.deskbell.site.Department;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/**
 * Hands conversations on, and takes them over. Refuses {@code unknown-agent}, {@code not-online} where the colleague takes nothing new,
 * {@code not-in-department} where he may not act on it, {@code still-online} where it may not be taken from him, {@code unknown-department},
 * and {@code unknown-conversation}.
 */
@ApplicationScoped
public class Transfers {
    @Inject
    private Conversations conversations;

    @Inject
    private MessageLog log;

    @Inject
    private Staff staff;

    @Inject
    private AgentPresence presence;

    @Inject
    private Sites sites;

    @Inject
    private Remits remits;

    /** Asks the store. Whether {@code by} may is decided under the lock of the conversation's row. */
    public void toAgent(ConversationId id, AgentId to, Agent by, String ref, Reply reply) {
        Agent colleague = staff.byId(to)
                .filter(agent -> !agent.disabled() && !agent.invited())
                .orElseThrow(() -> new Refused("unknown-agent"));
        if (!presence.statusOf(colleague).equals("online")) throw new Refused("not-online");
        Conversation now = known(id);
        if (!remits.of(colleague).covers(now)) throw new Refused("not-in-department");
        submit(now, new Target.Colleague(colleague.id(), colleague.name()), by, ref, reply);
    }

    /** Asks the store, likewise. */
    public void toDepartment(ConversationId id, long to, Agent by, String ref, Reply reply) {
        Conversation now = known(id);
        Optional<Department> department = sites.byId(now.site()).departments().stream()
                .filter(each -> each.id() == to)
                .findFirst();
        if (department.isEmpty()) throw new Refused("unknown-department");
        submit(now, new Target.Department(to, department.get().name()), by, ref, reply);
    }

    /**
     * Asks the store. An administrator takes any conversation over, everybody else one whose owner is not online. That {@code from} still has it is
     * decided under the lock of its row, and so is the refusal of one who is: the same ref gets the answer it got before.
     */
    public void takeOver(ConversationId id, AgentId from, Agent by, String ref, Reply reply) {
        Agent former = staff.byId(from).orElseThrow(() -> new Refused("unknown-agent"));
        boolean online = presence.statusOf(former).equals("online");
        Author author = Author.agent(by.id(), by.name());
        Change.Claim claim = online && !by.administrator()
                ? new Change.Claim(id, author, ref, new StillOnline(from, reply))
                : new Change.Claim(id, author, ref, new Former(from, former.name()), reply);
        log.submit(claim);
    }

    private Conversation known(ConversationId id) {
        return conversations.byId(id).orElseThrow(() -> new Refused("unknown-conversation"));
    }

    private void submit(Conversation now, Target to, Agent by, String ref, Reply reply) {
        Author author = Author.agent(by.id(), by.name());
        log.submit(new Change.Transfer(now.id(), author, ref, now.department(), to, reply));
    }
}
