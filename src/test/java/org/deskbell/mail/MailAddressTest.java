package org.deskbell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@example.com",
                " lin@example.com ",
                "Lin.O'Neil+chat@mail.example.co.uk",
                "a@b.de",
                "x_y-z@xn--bcher-kva.example"
            })
    void isOneAsPeopleHaveThem(String given) {
        assertThat(MailAddress.of(given).map(MailAddress::text)).contains(given.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lin",
                "lin@",
                "@example.com",
                "lin@example",
                "lin@@example.com",
                "lin@example.com, eve@example.com",
                "lin@example.com;eve@example.com",
                "lin@example.com\r\nBcc: eve@example.com",
                "lin@example.com\n",
                "lin\r\n@example.com",
                "lin@exa\u0000mple.com",
                "lin@example.com%0aBcc:eve@example.com",
                "Lin <lin@example.com>",
                "\"a b\"@example.com",
                "\"a@b\"@example.com",
                "lin(comment)@example.com",
                "lin..o@example.com",
                ".lin@example.com",
                "lin@.example.com",
                "lin@example..com",
                "lin@-example.com",
                "lin@[127.0.0.1]",
                "lin@127.0.0.1",
                "l\u0456n@example.com",
                "lin@ex\u0430mple.com",
                "lin@example.com\u2028Bcc: eve@example.com",
                "undisclosed:lin@example.com;",
                "lin@example.com\t"
            })
    void nothingElseIsWrittenTo(String given) {
        assertThat(MailAddress.of(given)).isEmpty();
    }

    @Test
    void nothingAtAllIsNone() {
        assertThat(MailAddress.of(null)).isEmpty();
    }

    @Test
    void neitherIsOneThatIsTooLong() {
        assertThat(MailAddress.of("a".repeat(64) + "@example.com")).isPresent();
        assertThat(MailAddress.of("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.of("a@" + "b.".repeat(130) + "com")).isEmpty();
    }

    /** S55. */
    @Test
    @Timeout(1)
    void aLongOneIsLookedAtInNoTime() {
        assertThat(MailAddress.of("a".repeat(65_536) + "!")).isEmpty();
        assertThat(MailAddress.of("@".repeat(65_536))).isEmpty();
    }

    @Test
    void capitalsAreNoOtherAddress() {
        assertThat(MailAddress.of("LIN@Example.com").orElseThrow().mark())
                .isEqualTo(MailAddress.of("lin@example.com").orElseThrow().mark())
                .hasSize(64);
    }

    @Test
    void patienceEndsAfterFifteenHours() {
        Duration all = Duration.ZERO;
        int tries = 1;
        for (; Patience.after(tries).isPresent(); tries++) {
            all = all.plus(Patience.after(tries).get());
        }
        assertThat(tries).isEqualTo(11);
        assertThat(all).isBetween(Duration.ofHours(14), Duration.ofHours(16));
    }
}
