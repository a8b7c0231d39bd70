package org.deskbell.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deskbell.conversation.Conversation;
import org.deskbell.mail.MailAddress;
import org.deskbell.presence.AgentPresence;
import org.deskbell.routing.Remits;
import org.deskbell.settings.Languages;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Preferences;
import org.deskbell.staff.Staff;

/** The agents who can be written to: those whose log-in name is a mail address, the only one we know of them. */
@ApplicationScoped
class Readers {
    @Inject
    private Staff staff;

    @Inject
    private Preferences preferences;

    @Inject
    private AgentPresence presence;

    @Inject
    private Remits remits;

    /** Asks the store. */
    List<Reader> all() {
        Map<AgentId, String> wishes = preferences.all("mail");
        Map<AgentId, String> chosen = preferences.all("language");
        Map<AgentId, String> spoken = staff.spoken();
        return staff.all().stream()
                .flatMap(agent ->
                        reader(agent, wishes.get(agent.id()), chosen.get(agent.id()), spoken.get(agent.id())).stream())
                .toList();
    }

    /** Whether this one can be written to, and it is his to look at. Asks the store for him alone; which language he reads is not needed here. */
    boolean concerns(AgentId id, Conversation conversation) {
        return staff.byId(id)
                .flatMap(agent -> reader(agent, preferences.of(id).get("mail"), null, null))
                .filter(one -> one.isConcernedBy(conversation))
                .isPresent();
    }

    private Optional<Reader> reader(Agent agent, String wish, String chosen, String spoken) {
        if (agent.disabled() || agent.invited()) return Optional.empty();
        return MailAddress.of(agent.login())
                .map(address -> new Reader(
                        agent.id(),
                        address,
                        language(chosen, spoken),
                        wish == null ? "own" : wish,
                        presence.statusOf(agent).equals("online"),
                        remits.dutiesOf(agent)));
    }

    static String language(String chosen, String spoken) {
        return Stream.of(chosen, spoken)
                .filter(one -> one != null && Languages.ALL.contains(one))
                .findFirst()
                .orElse(Languages.ALL.get(0));
    }
}
