package org.deskbell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.settings.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of the Faces pages, in all languages. */
class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");
    private static final Pattern NAMED = Pattern.compile("msg\\['([^']+)']");

    static Stream<String> others() {
        return Languages.ALL.stream().filter(language -> !language.equals("en"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyLanguageSaysEverythingEnglishSays(String language) throws IOException {
        for (String name : List.of("messages", "refusals")) {
            Properties english = read(name + ".properties");
            Properties texts = read(name + "_" + language + ".properties");
            assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(texts.getProperty(key)).as(key).isNotBlank();
                assertThat(holes(texts.getProperty(key))).as(key).isEqualTo(holes(english.getProperty(key)));
            }
        }
    }

    @Test
    void everySentenceAPageNamesIsThere() throws IOException {
        Properties english = read("messages.properties");
        Set<String> named = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(Path.of("webapp"))) {
            for (Path page :
                    pages.filter(one -> one.toString().endsWith(".xhtml")).toList()) {
                NAMED.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(named::add);
            }
        }
        assertThat(named).hasSizeGreaterThan(150);
        assertThat(english.stringPropertyNames()).containsAll(named);
    }

    @Test
    void whatIsPutIntoASentenceIsIsolatedAndAnApostropheIsOnlyAnApostrophe() {
        assertThat(Words.put("Donnez ce lien à {0}, s'il {1}", "Léa", 3))
                .isEqualTo("Donnez ce lien à \u2068Léa\u2069, s'il 3");
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }
}
