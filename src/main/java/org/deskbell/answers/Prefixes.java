package org.deskbell.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;

/** What each agent types at the beginning of a word to look for an answer. Refuses {@code bad-choice}. */
@ApplicationScoped
@Transactional
public class Prefixes {
    /** The usual one first. */
    public static final List<String> CHOICE = List.of("/", "#", "!", "::");

    @PersistenceContext
    private EntityManager rows;

    @Inject
    private Event<AnswersChanged> changes;

    public String of(AgentId agent) {
        PrefixRow row = rows.find(PrefixRow.class, agent.value());
        return row == null ? CHOICE.get(0) : row.prefix;
    }

    public void choose(AgentId agent, String prefix) {
        if (prefix == null || !CHOICE.contains(prefix)) throw new Refused("bad-choice");
        PrefixRow row = rows.find(PrefixRow.class, agent.value());
        if (row == null) rows.persist(new PrefixRow(agent.value(), prefix));
        else row.prefix = prefix;
        changes.fire(new AnswersChanged(agent));
    }
}
