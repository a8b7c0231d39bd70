package org.deskbell.push;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One try to hand a message to a push service, encrypted for the one browser (RFC 8291) and signed by us (RFC 8292). */
@ApplicationScoped
class Courier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Who comes to his device later than that looks into his inbox. */
    private static final int HOURS_KEPT = 4;

    @Inject
    private Identity identity;

    @Inject
    private PushServices services;

    @Inject
    private Clock clock;

    private HttpClient client;

    /** No redirect is followed: it could lead into the house. */
    @PostConstruct
    void start() {
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Waits for the answer: not for a thread that must not. {@code topic} is what a later one replaces it by, or null. */
    Outcome send(Subscription to, String message, String topic) {
        // The setting may be another one than when it was switched on.
        if (!services.takes(to.endpoint())) return Outcome.useless("its push service is not allowed any more");
        try {
            HttpResponse<InputStream> answer = client.send(request(to, message, topic), BodyHandlers.ofInputStream());
            // Nothing of it is read, however much would come; a subscriber that cancels fails the whole exchange over
            // HTTP/2.
            answer.body().close();
            return Outcome.of(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    clock.instant());
        } catch (IOException | IllegalStateException notNow) {
            return Outcome.later(notNow.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.useless("the server stops");
        }
    }

    private HttpRequest request(Subscription to, String message, String topic) {
        PushSubscription subscription = new PushSubscription();
        PushSubscription.Keys keys = new PushSubscription.Keys();
        keys.setP256dh(to.p256dh());
        keys.setAuth(to.auth());
        subscription.setEndpoint(to.endpoint());
        subscription.setKeys(keys);
        var prepared = StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(subscription)
                .vapidJWTExpiresAfter(1, TimeUnit.HOURS)
                .vapidJWTSubject(identity.subject().orElseThrow(IllegalStateException::new))
                .pushMessage(message)
                .ttl(HOURS_KEPT, TimeUnit.HOURS)
                .urgencyHigh();
        if (topic != null) prepared.topic(topic);
        return prepared.build(identity.keys())
                .toRequestBuilder()
                .timeout(ANSWER)
                .build();
    }
}
