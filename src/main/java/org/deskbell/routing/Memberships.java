package org.deskbell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deskbell.settings.Refused;
import org.deskbell.staff.AgentId;

/** Which agents are in which departments, in the store. */
@ApplicationScoped
@Transactional
class Memberships {
    @PersistenceContext
    private EntityManager rows;

    Map<AgentId, Set<Long>> all() {
        List<?> found = rows.createNativeQuery("select agent_id, department_id from agent_department")
                .getResultList();
        Map<AgentId, Set<Long>> all = new HashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            all.computeIfAbsent(new AgentId(number(columns[0])), agent -> new HashSet<>())
                    .add(number(columns[1]));
        }
        return all;
    }

    /** He is in these departments and no others. Refuses {@code unknown-agent} and {@code unknown-department}. */
    void set(AgentId agent, Collection<Long> departments) {
        // The agent's row is held: of two changes at the same moment the second is done after the first.
        if (!hold(rows, agent)) throw new Refused("unknown-agent");
        rows.createNativeQuery("delete from agent_department where agent_id = ?1")
                .setParameter(1, agent.value())
                .executeUpdate();
        for (Long department : Set.copyOf(departments)) {
            int put = rows.createNativeQuery("insert into agent_department (agent_id, department_id)"
                            + " select cast(?1 as bigint), d.id from department d where d.id = ?2")
                    .setParameter(1, agent.value())
                    .setParameter(2, department)
                    .executeUpdate();
            if (put != 1) throw new Refused("unknown-department");
        }
    }

    /** Whoever else does this waits until the transaction is over. False where there is no such agent. */
    static boolean hold(EntityManager rows, AgentId agent) {
        return !rows.createNativeQuery("select id from agent where id = ?1 for update")
                .setParameter(1, agent.value())
                .getResultList()
                .isEmpty();
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
