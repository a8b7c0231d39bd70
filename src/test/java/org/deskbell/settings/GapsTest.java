package org.deskbell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts are filled in alike here and in the browser: both read the same cases. */
class GapsTest {
    private static final Path CASES = Path.of("src/test/resources/answers/variables.json");

    @TestFactory
    Stream<DynamicTest> whatIsKnownStandsInTheText() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(CASES))) {
            JsonObject all = reader.readObject();
            JsonObject values = all.getJsonObject("values");
            return all.getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.containsKey("filled"))
                    .map(each -> DynamicTest.dynamicTest(each.getString("text"), () -> assertThat(Gaps.fill(
                                    each.getString("text"), name -> Optional.ofNullable(values.getString(name, null))))
                            .isEqualTo(each.getString("filled"))));
        }
    }

    @Test
    void aValueIsOneLine() {
        assertThat(Gaps.fill("a{{x}}b", name -> Optional.of("\r\n1\u2028\u00852\u00a0 ")))
                .isEqualTo("a1 2b");
    }

    @Test
    void whatIsBeforeIsNamedBeforeWhatIsOpen() {
        assertThat(Gaps.fault("{{y}} {{x", "x"::equals)).contains(new Gaps.Fault("unknown-variable", "y"));
        assertThat(Gaps.fault("{{x}} {{x", "x"::equals)).contains(new Gaps.Fault("open-variable", "{{x"));
        assertThat(Gaps.names("{{ b |c}} and {{a}}")).containsExactly("b", "a");
    }
}
