package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** What an operator did wrong stops the start, in words he can act on. */
class StartIT {

    @Test
    void anUnknownSettingStopsTheStartWithOneSentence() {
        assertThatThrownBy(() -> ServerUnderTest.start(ServerSettings.fresh().with("deskbell.log.bacth", 5))
                        .close())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("deskbell.log.bacth is no setting of Deskbell; "
                        + "did you mean deskbell.log.batch? All settings are listed in deployment/README.md");
    }

    @Test
    void theSecretOfAnAddressThatCannotBeIsNotShown() {
        assertThatThrownBy(() -> ServerUnderTest.start(
                                ServerSettings.fresh().with("deskbell.redis", "redis://:pa%ss^w@127.0.0.1:6379"))
                        .close())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("deskbell.redis must be an address such as redis://host:6379")
                .hasMessageNotContaining("ss^w");
    }
}
