package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A header says who is asking only when a proxy of ours wrote it (attack S22). */
class ProxiesTest {
    @Test
    void withoutProxiesTheSocketAddressCounts() {
        assertThat(trusting("").client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void strangersCannotPretend() {
        assertThat(trusting("10.0.0.0/8").client("203.0.113.9", List.of("198.51.100.1")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void behindAProxyTheNearestStrangerCounts() {
        Proxies proxies = trusting("10.0.0.0/8, 2001:db8::1");

        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(proxies.client("10.1.2.3", List.of("1.1.1.1", "198.51.100.1", "10.9.9.9")))
                .as("what the client itself wrote in front is not believed")
                .isEqualTo("198.51.100.1");
        assertThat(proxies.client("2001:db8::1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        Proxies proxies = trusting("10.0.0.0/8");

        assertThat(proxies.client("10.1.2.3", List.of("localhost"))).isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1", "<script>")))
                .isEqualTo("10.1.2.3");
        assertThat(proxies.client("10.1.2.3", List.of("999.1.1.1"))).isEqualTo("10.1.2.3");
    }

    @Test
    void anAddressHasOneSpelling() {
        Proxies proxies = trusting("");

        assertThat(proxies.client("::ffff:203.0.113.9", List.of())).isEqualTo("203.0.113.9");
        assertThat(proxies.client("2001:DB8:0::5", List.of())).isEqualTo(proxies.client("2001:db8::5", List.of()));
    }

    @Test
    void aWholeNetworkOfIpv6CountsAsOne() {
        assertThat(Proxies.counted("2001:db8:1:2:aaaa::1")).isEqualTo(Proxies.counted("2001:db8:1:2:bbbb::2"));
        assertThat(Proxies.counted("2001:db8:1:2::1")).isNotEqualTo(Proxies.counted("2001:db8:1:3::1"));
        assertThat(Proxies.counted("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void aProxyThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> trusting("proxy.example")).hasMessageContaining("deskbell.proxies");
        assertThatThrownBy(() -> trusting("10.0.0.0/33")).hasMessageContaining("deskbell.proxies");
        assertThatThrownBy(() -> trusting("10.0.0.0/x")).hasMessageContaining("deskbell.proxies");
    }

    private static Proxies trusting(String proxies) {
        return new Proxies(new Settings(Map.of(), Map.of("deskbell.proxies", proxies)));
    }
}
