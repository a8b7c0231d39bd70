package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator may set, and what he is told when it cannot be. */
class SettingsTest {
    private static final Pattern ROW = Pattern.compile("\\| `(deskbell\\.[a-z.-]+)` \\| ([^|]*) \\|.*");

    @Test
    void environmentWinsOverPropertyAndPropertyOverDefault() {
        Settings settings = new Settings(
                Map.of("DESKBELL_LOGIN_TRIES", "7"),
                Map.of("deskbell.login.tries", "9", "deskbell.session.minutes", " 30 "));

        assertThat(settings.number(Setting.LOGIN_TRIES)).isEqualTo(7);
        assertThat(settings.number(Setting.SESSION_MINUTES)).isEqualTo(30);
        assertThat(settings.number(Setting.LOG_BATCH)).isEqualTo(512);
    }

    @Test
    void blankCountsAsNotSet() {
        assertThat(with("demo", "  ").demo()).isFalse();
        assertThat(with("demo", "yes").demo()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "demo, perhaps, true or false",
        "login.tries, many, a whole number from 1 to 1000",
        "login.tries, 1001, a whole number from 1 to 1000",
        "login.tries, 99999999999999, a whole number from 1 to 1000",
        "log.batch, 0, a whole number from 1 to 1000",
        "address, chat.example, http://",
        "proxies, 10.0.0.0/33, networks",
        "node.dead, 36, a whole number from 2 to 35",
        "attachments, files, a folder's whole path",
        "ice, turn.example:3478, stun:",
        "ice, turn:user@host, stun:",
        "ice, https://turn.example, stun:"
    })
    void aValueThatCannotBeStopsTheStartAndIsNamed(String name, String value, String advice) {
        assertThatThrownBy(() -> with(name, value).check())
                .hasMessageStartingWith("deskbell." + name + " is \"" + value + "\", but must be ")
                .hasMessageContaining(advice)
                .hasMessageContaining("deployment/README.md");
    }

    @ParameterizedTest
    @CsvSource({
        "deskbell.log.bacth, deskbell.log.batch",
        "deskbell.proxy, deskbell.proxies",
        "deskbell.connections.per.address, deskbell.connections.per-address"
    })
    void anUnknownNameStopsTheStartAndTheNearestIsOffered(String wrong, String right) {
        assertThatThrownBy(() -> new Settings(Map.of(), Map.of(wrong, "1")).check())
                .hasMessageStartingWith(wrong + " is no setting of Deskbell; did you mean " + right + "?")
                .hasMessageContaining("deployment/README.md");
    }

    @Test
    void anUnknownVariableIsNamedAsItIsWritten() {
        assertThatThrownBy(() -> new Settings(Map.of("DESKBELL_LOG_BACH", "1"), Map.of()).check())
                .hasMessageContaining("DESKBELL_LOG_BACH is no setting of Deskbell; did you mean DESKBELL_LOG_BATCH?");
    }

    @ParameterizedTest
    @CsvSource({
        "'', only the two know it",
        "stun:turn.example:3478, only the two know it",
        "'turn:turn.example:3478, stun:turn.example', ''"
    })
    void callsByRelayAloneWantOneThatCanBeUsed(String servers, String secret) {
        Map<String, String> set = new HashMap<>(
                Map.of("deskbell.ice.relay", "true", "deskbell.ice", servers, "deskbell.turn.secret", secret));
        assertThatThrownBy(() -> new Settings(Map.of(), set).check())
                .hasMessageStartingWith("deskbell.ice.relay wants a server that relays")
                .hasMessageContaining("deskbell.turn.secret")
                .hasMessageContaining("deployment/README.md");
        set.put("deskbell.ice.relay", "false");
        assertThatCode(() -> new Settings(Map.of(), set).check()).doesNotThrowAnyException();
        set.putAll(Map.of(
                "deskbell.ice.relay", "true",
                "deskbell.ice", "stun:turn.example, turns:turn.example:5349",
                "deskbell.turn.secret", "only the two know it"));
        assertThatCode(() -> new Settings(Map.of(), set).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:pa%ss^w@host:6379",
                "redis://host:abc",
                "redis://host:70000",
                "redis://host:0",
                "redis://ho_st:6379",
                "redis://:secret-of-redis/6@host"
            })
    void anAddressOfRedisThatIsNoneStopsTheStartAndItsPasswordIsNotShown(String value) {
        assertThatThrownBy(() -> with("redis", value).check())
                .hasMessageStartingWith("deskbell.redis must be an address such as redis://host:6379")
                .hasMessageContaining("percent-encoded")
                .hasMessageNotContaining(value.substring("redis://".length()))
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://host", "rediss://:pa%25ss%5Ew@host.example:6379/", "redis://user:word@[::1]:6379"})
    void anAddressOfRedisIsTakenAsItsClientReadsIt(String value) {
        assertThatCode(() -> with("redis", value).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"2, 1000, 400", "4, 100, 1000", "24, 1000, 5000"})
    void aNodeMayMissSomeBeatsBeforeItIsDead(String dead, String beat, String poll) {
        Map<String, String> set = new HashMap<>(
                Map.of("deskbell.node.dead", dead, "deskbell.node.beat", beat, "deskbell.node.poll", poll));
        assertThatThrownBy(() -> new Settings(Map.of(), set).check())
                .hasMessageStartingWith("deskbell.node.dead must be at least 5 times deskbell.node.beat");
        set.put("deskbell.node.dead", String.valueOf(Integer.parseInt(dead) + 3));
        assertThatCode(() -> new Settings(Map.of(), set).check()).doesNotThrowAnyException();
    }

    @Test
    void theFolderOfFilesIsMadeAndCanBeWritten(@TempDir Path folder) throws IOException {
        Path files = folder.resolve("some/files");
        with("attachments", files.toString()).check();
        assertThat(files).isEmptyDirectory();
        Path taken = Files.writeString(folder.resolve("taken"), "");
        assertThatThrownBy(() ->
                        with("attachments", taken.resolve("files").toString()).check())
                .hasMessageStartingWith("deskbell.attachments is \"" + taken)
                .hasMessageContaining("no file can be made there")
                .hasMessageContaining("ReadWritePaths");
    }

    @Test
    void othersPeoplesNamesAreNoneOfOurBusiness() {
        assertThatCode(() -> new Settings(Map.of("PATH", "/bin", "XDESKBELL_A", "1"), Map.of()).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aValueIsShownWithoutWhatCouldBreakTheLine() {
        assertThatThrownBy(() -> with("demo", "no\r\nforged\u001b[2J").check())
                .message()
                .matches("[ -~]*");
    }

    @ParameterizedTest
    @EnumSource
    void everyDefaultIsAllowed(Setting setting) {
        Optional<String> set = Optional.of(setting.otherwise()).filter(text -> !text.isEmpty());
        assertThat(set.flatMap(setting::problem)).isEmpty();
    }

    @Test
    void theTableForOperatorsHasEverySettingWithItsDefault() throws IOException {
        Map<String, String> written;
        try (Stream<String> lines = Files.lines(Path.of("deployment/README.md"))) {
            written = lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(row -> row.group(1), row -> plain(row.group(2))));
        }
        Map<String, String> known =
                Stream.of(Setting.values()).collect(Collectors.toMap(Setting::property, SettingsTest::shown));
        assertThat(written).containsExactlyInAnyOrderEntriesOf(known);
    }

    @Test
    void theTableForOperatorsHasEveryVariableOfTheScripts() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String script : List.of("settings.sh", "payara/configure.sh", "wildfly/configure.sh")) {
            Matcher variable =
                    Pattern.compile("\\$\\{([A-Z_]+):[-?]").matcher(Files.readString(Path.of("deployment", script)));
            while (variable.find()) read.add(variable.group(1));
        }
        String table = Files.readString(Path.of("deployment/README.md"));
        assertThat(read).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(table)
                .contains("`" + name + "`"));
    }

    private static String shown(Setting setting) {
        return Stream.of(setting.otherwise(), setting.unit())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String plain(String cell) {
        String text = cell.replace("`", "").strip();
        return text.equals("–") ? "" : text;
    }

    private static Settings with(String name, String value) {
        return new Settings(Map.of(), Map.of("deskbell." + name, value));
    }
}
