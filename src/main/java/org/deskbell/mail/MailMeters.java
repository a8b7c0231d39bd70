package org.deskbell.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted of mails: sent, to be tried again, given up. */
final class MailMeters {
    private final Counter sent;
    private final Counter failed;
    private final Counter lost;

    MailMeters(MeterRegistry registry) {
        sent = counter(registry, "sent");
        failed = counter(registry, "failed");
        lost = counter(registry, "given-up");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("deskbell.mails")
                .description("Tries of this server to send a mail")
                .tag("result", result)
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void givenUp() {
        lost.increment();
    }
}
