package org.deskbell.answers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deskbell.site.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What may stand in an answer is what the console fills in: both read the same cases. */
class VariablesTest {
    private static final Path CASES = Path.of("src/test/resources/answers/variables.json");

    @TestFactory
    Stream<DynamicTest> whatCannotBeFilledInIsNamed() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(CASES))) {
            return reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                    .map(each -> DynamicTest.dynamicTest(each.getString("text"), () -> named(each)));
        }
    }

    private static void named(JsonObject agreed) {
        Problem problem = Variables.problem(agreed.getString("text")).orElse(null);
        if (!agreed.containsKey("problem")) assertThat(problem).isNull();
        else
            assertThat(problem).isEqualTo(new Problem("text", agreed.getString("problem"), agreed.getString("detail")));
    }
}
