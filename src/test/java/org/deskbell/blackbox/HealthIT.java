package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** What load balancers ask. */
class HealthIT {

    private final WebSession monitor = new WebSession(ServerUnderTest.shared());

    @Test
    void aHealthyServerIsLiveAndReadyAndSaysNothingElse() {
        HttpResponse<String> ready = monitor.get("health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(ready.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ready.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(monitor.get("health/live").body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(monitor.get("api/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesFromOutsideIsToldNothing() {
        for (String path : new String[] {"health/live", "health/ready", "health/metrics", "api/health"}) {
            HttpResponse<String> refused = monitor.get(path, "X-Forwarded-For", "203.0.113.7");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).isEqualTo("{\"status\":\"not for this address\"}");
        }
    }

    @Test
    void thereIsNothingElseUnderTheAddress() {
        assertThat(monitor.get("health/secrets").statusCode()).isEqualTo(404);
    }
}
