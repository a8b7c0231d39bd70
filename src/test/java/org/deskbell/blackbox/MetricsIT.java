package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.deskbell.support.Await;
import org.deskbell.support.Carrier;
import org.deskbell.support.ChatClient;
import org.deskbell.support.Demo;
import org.deskbell.support.Frame;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** The figures move with what happens, and tell nothing of anybody. */
class MetricsIT {

    private final WebSession monitor = new WebSession(ServerUnderTest.shared());

    @Test
    void messagesConnectionsAndRefusalsAreCounted() {
        double posts = figure("deskbell_posts_total{by=\"visitor\"}");
        double acknowledged = figure("deskbell_acknowledgement_seconds_count");
        double tooLong = figure("deskbell_refusals_total{reason=\"blank\"}");
        try (ChatClient socket = ChatClient.open(ServerUnderTest.shared(), Demo.SITE, Carrier.WEBSOCKET);
                ChatClient http = ChatClient.open(ServerUnderTest.shared(), Demo.SITE, Carrier.HTTP)) {
            socket.sayAndWait("Grandmother's maiden name");
            http.sayAndWait("Something else nobody should see");
            socket.send(Frame.of("post", "ref", "blank-ref-1", "text", "  "));
            socket.tape().await("refused");

            Await.until("two more posts", () -> figure("deskbell_posts_total{by=\"visitor\"}") >= posts + 2);
            assertThat(figure("deskbell_acknowledgement_seconds_count")).isGreaterThanOrEqualTo(acknowledged + 2);
            assertThat(figure("deskbell_refusals_total{reason=\"blank\"}")).isGreaterThan(tooLong);
            assertThat(figure("deskbell_connections{carrier=\"websocket\",kind=\"visitor\"}"))
                    .isPositive();
            assertThat(figure("deskbell_connections{carrier=\"http\",kind=\"visitor\"}"))
                    .isPositive();
            assertThat(text())
                    .doesNotContain("Grandmother")
                    .doesNotContain("nobody should see")
                    .doesNotContain(socket.token());
        }
    }

    @Test
    void everyFigureForOperatorsIsThereAtOnce() {
        String text = text();
        assertThat(text)
                .contains(
                        "deskbell_acknowledgement_seconds_bucket{le=\"0.01\"}",
                        "deskbell_batch_bucket{le=\"8.0\"}",
                        "deskbell_closings_total{code=\"4008\"}",
                        "deskbell_refusals_total{reason=\"busy\"}",
                        "deskbell_log_queue ",
                        "jvm_memory_used_bytes",
                        "jvm_gc_max_data_size_bytes");
        assertThat(figure("deskbell_waiting_conversations")).isNotNaN();
        assertThat(figure("deskbell_waiting_longest_seconds")).isNotNaN();
    }

    private double figure(String name) {
        return lines().filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    private Stream<String> lines() {
        return text().lines();
    }

    private String text() {
        return monitor.get("health/metrics").body();
    }
}
