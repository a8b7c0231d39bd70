package org.deskbell.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.protocol.Decoder;
import org.deskbell.protocol.FromAgent;

/** The frames an agent may send, by their classes: the examples of each that the contract has. */
public final class AgentFrames {
    private AgentFrames() {}

    /** Fails where there is a frame without an example. */
    public static Map<Class<?>, List<JsonObject>> examples() {
        try (Stream<Path> files = Files.list(Path.of("src/test/contract"))) {
            Map<Class<?>, List<JsonObject>> found = files.map(AgentFrames::contract)
                    .filter(contract -> contract.getString("from").equals("agent"))
                    .flatMap(contract -> contract.getJsonArray("examples").getValuesAs(JsonObject.class).stream())
                    .collect(Collectors.groupingBy(
                            example -> Decoder.agent(example).getClass()));
            List<String> lacking = Stream.of(FromAgent.class.getPermittedSubclasses())
                    .filter(frame -> !found.containsKey(frame))
                    .map(Class::getSimpleName)
                    .toList();
            if (!lacking.isEmpty()) throw new AssertionError("no example of " + lacking);
            return found;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonObject contract(Path file) {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
