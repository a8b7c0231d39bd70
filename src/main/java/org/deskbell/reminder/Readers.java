package org.deskbell.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        List<Reader> all = new ArrayList<>();
        for (Agent agent : staff.all()) {
            Optional<MailAddress> address = MailAddress.of(agent.login());
            if (address.isEmpty() || agent.disabled() || agent.invited()) continue;
            AgentId id = agent.id();
            all.add(new Reader(
                    id,
                    address.get(),
                    language(chosen.get(id), spoken.get(id)),
                    wishes.getOrDefault(id, "own"),
                    presence.statusOf(agent).equals("online"),
                    remits.dutiesOf(agent)));
        }
        return all;
    }

    static String language(String chosen, String spoken) {
        return Stream.of(chosen, spoken)
                .filter(one -> one != null && Languages.ALL.contains(one))
                .findFirst()
                .orElse(Languages.ALL.get(0));
    }
}
