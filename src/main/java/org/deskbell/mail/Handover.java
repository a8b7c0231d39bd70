package org.deskbell.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.deskbell.operations.Meters;

/** One try to send one mail, and what becomes of it. */
@ApplicationScoped
class Handover {
    private static final System.Logger LOG = System.getLogger(Handover.class.getName());
    private static final int SAID = 200;

    @Inject
    private MailSession session;

    @Inject
    private Outgoing outgoing;

    @Inject
    private Letter letter;

    @Inject
    private Meters meters;

    @Inject
    private Clock clock;

    private MailMeters counted;

    @PostConstruct
    void start() {
        counted = new MailMeters(meters.registry());
    }

    void of(Mail mail) {
        try {
            Optional<Draft> draft = letter.write(mail);
            if (draft.isEmpty()) {
                outgoing.done(mail.id());
                return;
            }
            Session by = session.find().orElseThrow(() -> new MessagingException("the mail session is gone"));
            Transport.send(Envelope.of(by, mail, draft.get(), clock.instant()));
        } catch (SendFailedException failure) {
            // The mail server does not know the address, or does not want it: it will not tomorrow either.
            boolean isWrong = failure.getInvalidAddresses() != null && failure.getInvalidAddresses().length > 0;
            if (isWrong) giveUp(mail, failure);
            else tryLater(mail, failure);
            return;
        } catch (MessagingException | IOException | RuntimeException failure) {
            tryLater(mail, failure);
            return;
        }
        // Where this fails, it is sent once more when nobody has it any longer, and with the same Message-ID.
        outgoing.done(mail.id());
        counted.sent();
        LOG.log(Level.INFO, "Mail {0} was handed to the mail server", mail.id());
    }

    private void tryLater(Mail mail, Exception failure) {
        Optional<Duration> wait = outgoing.later(mail.id());
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

    private void giveUp(Mail mail, Exception failure) {
        outgoing.done(mail.id());
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
