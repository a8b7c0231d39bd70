package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator may set, and what happens when it cannot be read. */
class SettingsTest {
    @Test
    void environmentWinsOverPropertyAndPropertyOverDefault() {
        Map<String, String> environment = Map.of("DESKBELL_LOGIN_TRIES", "7");
        Map<String, String> properties = Map.of("deskbell.login.tries", "9", "deskbell.session.minutes", " 30 ");
        Settings settings = new Settings(environment::get, properties::get);

        assertThat(settings.number("login.tries", 5, 1, 100)).isEqualTo(7);
        assertThat(settings.number("session.minutes", 720, 5, 1_000)).isEqualTo(30);
        assertThat(settings.number("other", 42, 1, 100)).isEqualTo(42);
    }

    @Test
    void blankCountsAsNotSet() {
        assertThat(with("demo", "  ").demo()).isFalse();
        assertThat(with("demo", "yes").demo()).isTrue();
    }

    @Test
    void valuesThatCannotBeReadAreNamed() {
        assertThatThrownBy(() -> with("demo", "perhaps").demo()).hasMessageContaining("deskbell.demo");
        assertThatThrownBy(() -> with("login.tries", "many").number("login.tries", 5, 1, 100))
                .hasMessageContaining("deskbell.login.tries");
        assertThatThrownBy(() -> with("login.tries", "101").number("login.tries", 5, 1, 100))
                .hasMessageContaining("between 1 and 100");
    }

    private static Settings with(String name, String value) {
        return new Settings(variable -> null, Map.of("deskbell." + name, value)::get);
    }
}
