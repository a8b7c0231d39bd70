package org.deskbell.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.deskbell.staff.Agent;
import org.deskbell.staff.Throttle;

/**
 * A mail to oneself, to see how it arrives: sent at once and kept nowhere, so that one is told what became of it. How many there were each node counts
 * for itself: they fill no mailbox but the sender's own.
 */
@ApplicationScoped
public class TrialMail {
    /** To one agent; then one more after each {@code REFILL}. */
    static final int AT_ONCE = 5;

    private static final Duration REFILL = Duration.ofMinutes(10);
    private static final int PATIENCE_SECONDS = 20;

    /** What became of it; {@code SLOW}: the mail server has not answered yet. */
    public enum Outcome {
        SENT,
        SLOW,
        FAILED,
        SESSION,
        NAMELESS,
        ENOUGH
    }

    /** @param detail what went wrong where it failed, else to whom it goes */
    public record Result(Outcome outcome, String detail) implements Serializable {}

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private MailSession session;

    @Inject
    private Handover handover;

    @Inject
    private Clock clock;

    private Throttle throttle;

    @PostConstruct
    void start() {
        throttle = new Throttle(AT_ONCE, REFILL, clock);
    }

    /** To his log-in name, and to no other address. */
    public Result send(Agent to, Draft draft) {
        Optional<MailAddress> address = MailAddress.of(to.login());
        if (address.isEmpty()) return new Result(Outcome.NAMELESS, to.login());
        String text = address.get().text();
        if (!session.isThere()) return new Result(Outcome.SESSION, text);
        String sender = String.valueOf(to.id().value());
        if (!throttle.take(sender)) return new Result(Outcome.ENOUGH, text);
        Mail mail = new Mail(UUID.randomUUID().toString(), 1, null, text, draft.language(), null, null);
        Result result = send(mail, draft);
        // Whoever looks for what is wrong with the mail server tries it more than once.
        if (result.outcome() == Outcome.FAILED) throttle.giveBack(sender);
        return result;
    }

    /** On a thread of its own: a mail server may take minutes, and he is not to wait for so long. */
    private Result send(Mail mail, Draft draft) {
        FutureTask<Optional<String>> sending = new FutureTask<>(() -> handover.once(mail, draft));
        threads.newThread(sending).start();
        try {
            return sending.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .map(trouble -> new Result(Outcome.FAILED, trouble))
                    .orElseGet(() -> new Result(Outcome.SENT, mail.address()));
        } catch (TimeoutException slow) {
            return new Result(Outcome.SLOW, mail.address());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return new Result(Outcome.SLOW, mail.address());
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
