package org.deskbell.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static final Attributes GOLD = new Attributes(Map.of("plan", "gold", "seats", "5"));

    @Test
    void whatIsSaidLaterIsAddedAndTheLastValueStays() {
        Attributes now = GOLD.with(Map.of("seats", "6", "trial", "no"));
        assertThat(now.all()).isEqualTo(Map.of("plan", "gold", "seats", "6", "trial", "no"));
    }

    @Test
    void aNullTakesOneBack() {
        Map<String, String> said = Collections.singletonMap("plan", null);
        assertThat(GOLD.with(said).all()).isEqualTo(Map.of("seats", "5"));
        assertThat(GOLD.hold(said)).isFalse();
        assertThat(GOLD.with(said).hold(said)).isTrue();
    }

    @Test
    void whatThereIsNoRoomForIsLeftOutAsAWhole() {
        Map<String, String> many = texts("k", Attributes.MOST - 1, 1);
        assertThat(GOLD.with(many)).isEqualTo(GOLD);
        assertThat(GOLD.with(many).hold(many)).isFalse();
        assertThat(GOLD.with(texts("k", 48, 1)).all()).hasSize(50);
        assertThat(GOLD.with(texts("k", 45, 200))).isEqualTo(GOLD);
    }

    @Test
    void whereThereIsMoreThanFitsSomethingCanStillBeTakenBack() {
        Attributes full = new Attributes(texts("k", 60, 1));
        Map<String, String> less = new HashMap<>();
        less.put("k1", null);
        assertThat(full.with(less).all()).hasSize(59);
        assertThat(full.with(Map.of("more", "x"))).isEqualTo(full);
    }

    @Test
    void anyTextComesBackFromTheColumnAsItWas() {
        Attributes odd = new Attributes(
                Map.of("\"quoted\\", "'; drop table visitor; --", "👑", "line\nline", "__proto__", "{}"));
        assertThat(Attributes.ofJson(odd.json())).isEqualTo(odd);
    }

    private static Map<String, String> texts(String name, int count, int length) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(n -> name + n, n -> "x".repeat(length)));
    }
}
