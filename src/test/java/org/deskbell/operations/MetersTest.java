package org.deskbell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.Test;

/** The figures as Prometheus reads them. */
class MetersTest {
    @Test
    void printsWhatWasCountedAndWhatTheMachineDoes() {
        Meters meters = new Meters();
        meters.start();
        Counter.builder("deskbell.refusals")
                .tag("reason", "x\"\n\\")
                .register(meters.registry())
                .increment();
        String text = meters.print();
        meters.stop();

        assertThat(text.lines()).contains("deskbell_refusals_total{reason=\"x\\\"\\n\\\\\"} 1.0");
        assertThat(text).contains("# TYPE jvm_memory_used_bytes gauge", "jvm_threads_live_threads", "process_uptime");
    }
}
