package org.deskbell.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.deskbell.settings.Refused;

/**
 * How each agent likes his console. Refuses with {@code unknown-preference}, {@code bad-preference}, {@code unknown-agent}.
 */
@ApplicationScoped
@Transactional
public class Preferences {
    @PersistenceContext
    private EntityManager rows;

    /** What he chose, by name; what is missing is as usual. */
    public Map<String, String> of(AgentId agent) {
        Map<String, String> chosen = new TreeMap<>();
        rows.createQuery("select p from PreferenceRow p where p.agentId = ?1", PreferenceRow.class)
                .setParameter(1, agent.value())
                .getResultStream()
                .forEach(row -> chosen.put(row.name, row.choice));
        return chosen;
    }

    /** What each agent chose of this; those for whom it is as usual may be missing. */
    public Map<AgentId, String> all(String name) {
        Map<AgentId, String> chosen = new HashMap<>();
        rows.createQuery("select p from PreferenceRow p where p.name = ?1", PreferenceRow.class)
                .setParameter(1, name)
                .getResultStream()
                .forEach(row -> chosen.put(new AgentId(row.agentId), row.choice));
        return chosen;
    }

    public void choose(AgentId agent, String name, String choice) {
        Preference preference = Preference.of(name).orElseThrow(() -> new Refused("unknown-preference"));
        if (!preference.takes(choice)) throw new Refused("bad-preference");
        // Two consoles of one agent may choose the same thing for the first time at once.
        if (rows.find(AgentRow.class, agent.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new Refused("unknown-agent");
        }
        PreferenceRow row = rows.find(PreferenceRow.class, new PreferenceRow.Key(agent, name));
        if (row == null) rows.persist(new PreferenceRow(agent, name, choice));
        else row.choice = choice;
    }
}
