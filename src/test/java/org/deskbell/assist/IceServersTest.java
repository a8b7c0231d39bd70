package org.deskbell.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Setting;
import org.deskbell.settings.Settings;
import org.deskbell.support.HandClock;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final String SERVERS = "stun:turn.example:3478, turn:turn.example:3478,turns:turn.example:5349";

    @Test
    void aCallGetsAPasswordThatEndsTenMinutesLater() {
        List<IceServer> servers = with(SERVERS, "a secret of the two").forCall("a1b2c3d4");
        assertThat(servers.get(0)).isEqualTo(new IceServer(List.of("stun:turn.example:3478"), null, null));
        assertThat(servers.get(1).urls()).containsExactly("turn:turn.example:3478", "turns:turn.example:5349");
        assertThat(servers.get(1).username()).isEqualTo("1795254000:a1b2c3d4");
        // printf %s 1795254000:a1b2c3d4 | openssl dgst -sha1 -hmac 'a secret of the two' -binary | base64
        assertThat(servers.get(1).credential()).isEqualTo("hQyK11AMoQxtOll8K7+XJDtAUIg=");
    }

    @Test
    void withoutASecretThereIsNoOpenRelay() {
        assertThat(with(SERVERS, "").forCall("a1b2c3d4"))
                .containsExactly(new IceServer(List.of("stun:turn.example:3478"), null, null));
    }

    @Test
    void withoutServersThereAreNone() {
        assertThat(with("", "a secret of the two").forCall("a1b2c3d4")).isEmpty();
    }

    private static IceServers with(String servers, String secret) {
        Settings settings = new Settings() {
            @Override
            public Optional<String> find(Setting setting) {
                return Optional.of(setting == Setting.ICE ? servers : secret).filter(text -> !text.isEmpty());
            }
        };
        return new IceServers(settings, new HandClock(Instant.ofEpochSecond(1_795_253_400)));
    }
}
