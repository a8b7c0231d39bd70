package org.deskbell.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deskbell.support.FirstAdministrator;
import org.deskbell.support.Form;
import org.deskbell.support.ServerSettings;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** S21 and S22: guessing passwords and names is slowed down, whatever headers say; the real user still gets in. */
@Execution(ExecutionMode.CONCURRENT)
class S21GuessingIT {

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void guessingIsSlowedDownWhateverForwardedHeadersSayAndTheRealUserStillGetsIn() {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().withoutDemo())) {
            WebSession owner = FirstAdministrator.make(server);
            int slowed = 0;
            for (int i = 0; i < 15; i++) {
                WebSession guesser = new WebSession(server.address());
                HttpResponse<String> answer = guess(
                        guesser,
                        FirstAdministrator.LOGIN,
                        "guess " + i,
                        "X-Forwarded-For",
                        "10.0.0." + i,
                        "Forwarded",
                        "for=10.0.0." + i,
                        "X-Real-IP",
                        "10.0.0." + i,
                        "X-Forwarded-Host",
                        "evil.example");
                slowed += answer.statusCode() == 429 ? 1 : 0;
                if (answer.statusCode() == 429) {
                    assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
                }
            }
            assertThat(slowed).as("guesses of 15 that were slowed down").isGreaterThanOrEqualTo(8);

            owner.tryLogOut();
            owner.logIn(FirstAdministrator.LOGIN, FirstAdministrator.PASSWORD);
            assertThat(owner.isInside())
                    .as("the real user in the browser he used before")
                    .isTrue();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void knownAndUnknownNamesGetTheSameAnswerInTheSameTime() {
        try (ServerUnderTest server =
                ServerUnderTest.start(ServerSettings.fresh().withoutDemo().roomy())) {
            FirstAdministrator.make(server);
            WebSession guesser = new WebSession(server.address());
            List<Long> known = new ArrayList<>();
            List<Long> unknown = new ArrayList<>();
            String knownAnswer = "";
            String unknownAnswer = "";
            for (int i = 0; i < 16; i++) {
                long start = System.nanoTime();
                knownAnswer = sentence(guess(guesser, FirstAdministrator.LOGIN, "wrong password"));
                long middle = System.nanoTime();
                unknownAnswer = sentence(guess(guesser, "nobody@example.com", "wrong password"));
                known.add(middle - start);
                unknown.add(System.nanoTime() - middle);
            }
            assertThat(unknownAnswer).isEqualTo(knownAnswer).isNotBlank();
            double ratio = (double) median(known) / median(unknown);
            assertThat(ratio)
                    .as("medians: known " + median(known) / 1_000 + " us, unknown " + median(unknown) / 1_000 + " us")
                    .isBetween(0.7, 1.4);
        }
    }

    private static HttpResponse<String> guess(WebSession session, String login, String password, String... headers) {
        HttpResponse<String> page = session.get("login");
        Form form = Form.withPassword(page.body(), page.uri());
        return session.post(form.action().toString(), form.fill(login, password), headers);
    }

    private static String sentence(HttpResponse<String> answer) {
        int at = answer.body().indexOf("id=\"problem\"");
        return answer.statusCode() + " "
                + (at < 0 ? "" : answer.body().substring(at, answer.body().indexOf('<', at)));
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
