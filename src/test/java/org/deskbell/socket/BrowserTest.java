package org.deskbell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserTest {
    @Test
    void theCommonOnesAreNamed() {
        assertThat(Browser.describe("Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"))
                .isEqualTo("Firefox on Android");
        assertThat(Browser.describe("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo("Edge on Windows");
        assertThat(Browser.describe("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
                        + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"))
                .isEqualTo("Safari on iPhone");
    }

    @Test
    void anythingElseIsNotGuessed() {
        assertThat(Browser.describe("curl/8.0")).isNull();
        assertThat(Browser.describe(null)).isNull();
    }
}
