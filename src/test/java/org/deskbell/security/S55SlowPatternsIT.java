package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S55: texts made to keep a pattern matcher busy, in every field that is matched against one. */
class S55SlowPatternsIT {

    private final URI server = ServerUnderTest.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "1", "-", "_", ".", "/", "@", "a.", "a@", "%41", "aA", " ", "http://", "\\", "((", "ab-"})
    void noTextTakesLong(String unit) {
        String attack = unit.repeat(4_000 / unit.length() - 1) + "!";
        try (ChatClient visitor = ChatClient.open(server, Demo.SITE, Carrier.WEBSOCKET)) {
            visitor.sayAndWait("warm");
            long start = System.nanoTime();
            visitor.sayAndWait(attack);
            visitor.send(Frame.of("post", "ref", attack, "text", "x"));
            visitor.send(Frame.of("page", "url", attack.substring(0, 1_900), "title", attack.substring(0, 290)));
            visitor.send(Frame.of("ping"));
            visitor.tape().await("pong");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
        WebSession session = new WebSession(server);
        long start = System.nanoTime();
        session.get("login?next="
                + java.net.URLEncoder.encode("console/" + attack, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
