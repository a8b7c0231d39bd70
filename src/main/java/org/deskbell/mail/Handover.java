package org.deskbell.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deskbell.operations.Meters;

/** One try to send one mail, and what becomes of it. */
@ApplicationScoped
class Handover {
    private static final System.Logger LOG = System.getLogger(Handover.class.getName());
    private static final int SAID = 200;
    private static final Pattern OF_ADDRESS = Pattern.compile("\\b55[0-9][ -]5\\.1\\.[0-9]+\\b");

    @Inject
    private MailSession session;

    @Inject
    private Letter letter;

    @Inject
    private AgentLetter agentLetter;

    @Inject
    private Meters meters;

    @Inject
    private Clock clock;

    private MailMeters counted;

    @PostConstruct
    void start() {
        counted = new MailMeters(meters.registry());
    }

    void of(Mail mail, Tray from) {
        try {
            Optional<Draft> draft = write(mail);
            if (draft.isEmpty()) {
                from.done(mail);
                return;
            }
            hand(mail, draft.get());
        } catch (SendFailedException failure) {
            if (isOfAddress(failure)) giveUp(mail, from, failure);
            else tryLater(mail, from, failure);
            return;
        } catch (MessagingException | IOException | RuntimeException failure) {
            tryLater(mail, from, failure);
            return;
        }
        // Where this fails, it is sent once more when nobody has it any longer, and with the same Message-ID.
        from.done(mail);
        handed(mail);
    }

    /** Now or never; what went wrong, or empty where the mail server has it. */
    Optional<String> once(Mail mail, Draft draft) {
        try {
            hand(mail, draft);
        } catch (MessagingException | IOException | RuntimeException failure) {
            told(mail, failure);
            return Optional.of(said(failure));
        }
        handed(mail);
        return Optional.empty();
    }

    private void hand(Mail mail, Draft draft) throws MessagingException, IOException {
        Session by = session.find().orElseThrow(() -> new MessagingException("the mail session is gone"));
        send(by, Envelope.of(by, mail, draft, clock.instant()));
    }

    private void handed(Mail mail) {
        counted.sent();
        LOG.log(Level.INFO, "Mail {0} was handed to the mail server", mail.id());
    }

    private Optional<Draft> write(Mail mail) throws IOException {
        return mail.unread() == null ? letter.write(mail) : agentLetter.write(mail);
    }

    /** {@link Transport#send} also fails where the mail server took the mail and then was gone before it was told good-bye. */
    private static void send(Session by, Envelope envelope) throws MessagingException {
        Address[] to = envelope.getAllRecipients();
        Transport transport = by.getTransport(to[0]);
        try {
            transport.connect();
            transport.sendMessage(envelope, to);
        } finally {
            leave(transport);
        }
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // What became of the mail is known.
        }
    }

    /**
     * There is no such address, and there will be none tomorrow (RFC 3463, 5.1.x). Who refuses it for another reason, such as a log-in that is missing, may
     * be mended.
     */
    static boolean isOfAddress(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            if (each.getMessage() != null
                    && OF_ADDRESS.matcher(each.getMessage()).find()) return true;
        }
        return false;
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private void tryLater(Mail mail, Tray from, Exception failure) {
        Optional<Duration> wait = from.later(mail);
        if (wait.isEmpty()) {
            told(mail, failure);
            return;
        }
        counted.failed();
        LOG.log(
                Level.WARNING,
                "Mail {0} could not be sent and is tried again in {1} s: {2}",
                mail.id(),
                String.valueOf(wait.get().toSeconds()),
                said(failure));
    }

    private void giveUp(Mail mail, Tray from, Exception failure) {
        from.done(mail);
        told(mail, failure);
    }

    private void told(Mail mail, Exception failure) {
        counted.givenUp();
        LOG.log(Level.WARNING, "Mail {0} was given up: {1}", mail.id(), said(failure));
    }

    /** What mail servers say, in one line and without the address they say it of. */
    static String said(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) root = root.getCause();
        String line = (root.getClass().getSimpleName() + ": " + root.getMessage())
                .replaceAll("[^ -~]+", " ")
                .replaceAll("[^ <>]*@[^ <>]*", "(address)");
        return line.substring(0, Math.min(SAID, line.length()));
    }
}
