package org.deskbell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
    @Test
    void anAddressThatIsNotThereIsGivenUp() {
        assertThat(Handover.isOfAddress(
                        failure("550 5.1.1 <lin@example.com>: Recipient address rejected: User unknown")))
                .isTrue();
        assertThat(Handover.isOfAddress(failure("553-5.1.2 We were not able to find the recipient's domain.")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1 <lin@example.com>: Relay access denied",
                "530 5.7.0 Must issue a STARTTLS command first",
                "550 relaying denied",
                "503 5.5.1 authenticate first",
                "450 4.1.1 <lin@example.com>: greylisted",
                "421 4.3.2 15.1.1 shutting down"
            })
    void whatTheOperatorOrTimeMayMendIsTriedAgain(String said) {
        assertThat(Handover.isOfAddress(failure(said))).isFalse();
    }

    private static MessagingException failure(String said) {
        return new SendFailedException("Invalid Addresses", new MessagingException(said));
    }
}
