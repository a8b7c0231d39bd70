package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** S10: somebody guesses visitors' tokens. They are long, kept as hashes only, and guessing is stopped early. */
class S10GuessedTokensIT {

    @Test
    void guessingIsStoppedAndTheTablesHoldNoToken() {
        try (ServerUnderTest server = ServerUnderTest.start(ServerSettings.fresh())) {
            Set<String> tokens = new HashSet<>();
            String known;
            try (ChatClient real = ChatClient.open(server.address(), Demo.SITE, Carrier.WEBSOCKET)) {
                real.sayAndWait("hello");
                known = real.token();
                tokens.add(known);
            }
            assertThat(Base64.getUrlDecoder().decode(known))
                    .as("128 bits at least")
                    .hasSizeGreaterThanOrEqualTo(16);
            int stopped = 0;
            for (int i = 0; i < 25; i++) {
                byte[] random = new byte[32];
                ThreadLocalRandom.current().nextBytes(random);
                ChatClient guesser = ChatClient.of(server.address(), Demo.SITE, Carrier.WEBSOCKET)
                        .withToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
                guesser.doNotReconnect();
                guesser.connect();
                Await.until(
                        "an answer",
                        () -> !guesser.tape().all("welcome").isEmpty()
                                || !guesser.endings().isEmpty());
                assertThat(guesser.conversation()).isNull();
                stopped += guesser.endings().isEmpty() ? 0 : 1;
                guesser.close();
            }
            assertThat(stopped).as("of 25 guesses").isGreaterThanOrEqualTo(12);
            server.stop();
            tokens.forEach(token -> assertThat(server.store()
                            .count("select count(*) from visitor_token where token_hash = '" + token + "'"))
                    .isZero());
            assertThat(server.store()
                            .rows("select token_hash from visitor_token")
                            .toString())
                    .doesNotContain(known);
            assertThat(String.join("\n", server.log())).doesNotContain(known);
        }
    }
}
