package org.deskbell.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.deskbell.mail.MailAddress;
import org.deskbell.mail.MailSession;
import org.deskbell.settings.Address;
import org.deskbell.staff.Staff;

/** Whether agents can be written to, and this one. */
@Named("mailReach")
@RequestScoped
public class MailReach {
    @Inject
    private MailSession session;

    @Inject
    private Address address;

    @Inject
    private Staff staff;

    @Inject
    private Here here;

    /** What mails to agents lack on this server: {@code session}, {@code address}, or nothing. */
    public String getLack() {
        if (!session.isThere()) return "session";
        return address.said().isPresent() ? "" : "address";
    }

    /** Where he who is here is written to; empty where his log-in name is no mail address. */
    public String getAddress() {
        return staff.current(here.request())
                .flatMap(agent -> MailAddress.of(agent.login()))
                .map(MailAddress::text)
                .orElse("");
    }
}
