package org.deskbell.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The server's mail session, by the name it has there; without one there is no mail. It is looked up and not referred to in {@code web.xml}: WildFly
 * 39 does not start an application whose reference leads nowhere. Looked at again every ten seconds, since it may be made or taken away at any time.
 */
@ApplicationScoped
public class MailSession {
    private static final System.Logger LOG = System.getLogger(MailSession.class.getName());

    /** On Payara, and on WildFly. */
    private static final List<String> NAMES = List.of("mail/deskbell", "java:/mail/deskbell");

    private static final Duration FRESH = Duration.ofSeconds(10);

    /**
     * Jakarta Mail waits for ever by default, and goes on in clear where TLS was wished for and is not offered. Milliseconds. Mail servers look through a
     * mail before they say that they have it, and may take minutes (RFC 5321, 4.5.3.2.6): who does not wait sends it again. What they say to QUIT is of
     * no interest.
     */
    private static final Map<String, String> CARE = Map.of(
            "connectiontimeout", "10000",
            "timeout", "300000",
            "quitwait", "false",
            "writetimeout", "30000",
            "starttls.required", "true",
            "ssl.checkserveridentity", "true");

    @Inject
    private Clock clock;

    private record Held(Optional<Session> session, Instant until) {}

    private volatile Held held;

    /** Whether mails can be sent. */
    public boolean isThere() {
        return find().isPresent();
    }

    Optional<Session> find() {
        Held known = held;
        Instant now = clock.instant();
        if (known != null && known.until.isAfter(now)) return known.session;
        Optional<Session> found =
                NAMES.stream().map(MailSession::named).flatMap(Optional::stream).findFirst();
        Optional<Session> fit = found.filter(session -> session.getProperty("mail.from") != null);
        tellChange(known, found.isPresent(), fit.isPresent());
        fit.ifPresent(session -> prepare(session.getProperties()));
        held = new Held(fit, now.plus(FRESH));
        return fit;
    }

    private static void tellChange(Held before, boolean isThere, boolean fits) {
        boolean was = before != null && before.session.isPresent();
        if (before != null && was == fits) return;
        if (fits) LOG.log(Level.INFO, "Mails go by the mail session of the server");
        else if (isThere)
            LOG.log(
                    Level.WARNING,
                    "The mail session of the server does not say from which address mails come (mail.from); none are sent");
        else if (was) LOG.log(Level.WARNING, "The mail session of the server is gone; no mails are sent");
    }

    private static Optional<Session> named(String name) {
        try {
            return InitialContext.doLookup(name) instanceof Session session ? Optional.of(session) : Optional.empty();
        } catch (NamingException none) {
            return Optional.empty();
        }
    }

    static void prepare(Properties properties) {
        String protocol = properties.getProperty("mail.transport.protocol", "smtp");
        boolean wantsTls = Boolean.parseBoolean(properties.getProperty("mail." + protocol + ".starttls.enable"));
        CARE.forEach((name, value) -> {
            if (!name.equals("starttls.required") || wantsTls) {
                properties.putIfAbsent("mail." + protocol + "." + name, value);
            }
        });
    }
}
