package org.deskbell.bus;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.deskbell.bus.Hearing.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {
    private final List<Object> told = new ArrayList<>();
    private final Hearing hearing = hearing();

    private Hearing hearing() {
        Hearing made = new Hearing();
        made.heard = event();
        made.all = event();
        return made;
    }

    @SuppressWarnings("unchecked")
    private <T> Event<T> event() {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> told(arguments[0]));
    }

    private Object told(Object event) {
        told.add(event);
        if (event instanceof Heard heard && heard.words().contains("nonsense")) throw new IllegalArgumentException();
        if (event instanceof Heard heard && heard.words().contains("unloaded")) throw new NoClassDefFoundError();
        return null;
    }

    @Test
    void allThatCameTogetherHasOneEndWhoeverSaidIt() {
        hearing.pass(List.of(
                new Word("a", "changed", "1"),
                new Word("a", "changed", "2"),
                new Word("b", "changed", "3"),
                new Word("b", "typing", "4")));
        assertThat(told)
                .containsExactly(
                        new Heard("a", "changed", List.of("1", "2")),
                        new Heard("b", "changed", List.of("3")),
                        new Heard("b", "typing", List.of("4")),
                        new HeardAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "unloaded"})
    void oneWordThatIsNotUnderstoodDoesNotKeepTheOthersFromBeingHeard(String word) {
        hearing.pass(List.of(new Word("a", "changed", word), new Word("b", "changed", "3")));
        assertThat(told).endsWith(new Heard("b", "changed", List.of("3")), new HeardAll());
    }
}
