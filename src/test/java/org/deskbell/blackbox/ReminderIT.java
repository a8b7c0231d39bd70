package org.deskbell.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.deskbell.support.Demo;
import org.deskbell.support.House;
import org.deskbell.support.ServerUnderTest;
import org.deskbell.support.WebSession;
import org.junit.jupiter.api.Test;

/** M6: whether a site tells agents by mail is set on its page; that it does is in {@link MailIT}. */
class ReminderIT {
    private final URI server = ServerUnderTest.shared();
    private final House house = new House(server);
    private final WebSession owner = new WebSession(server);

    @Test
    void itIsOffUntilTheOwnerSetsItAndWhatIsWrongIsSaidAndNotLost() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String page = "console/site?key=" + house.site();
        assertThat(owner.get(page).body())
                .containsPattern("id=\"unread\"[^>]*value=\"5\"")
                .doesNotContainPattern("id=\"sends\"[^>]*checked");

        HttpResponse<String> refused = owner.press(page, "remind", Map.of("sends", "true", "unread", "61"));
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body())
                .contains("id=\"unread-problem\"")
                .containsPattern("id=\"unread\"[^>]*value=\"61\"")
                .containsPattern("id=\"sends\"[^>]*checked");
        assertThat(owner.get(page).body()).doesNotContainPattern("id=\"sends\"[^>]*checked");

        HttpResponse<String> saved = owner.press(page, "remind", Map.of("sends", "true", "unread", " 15 "));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(owner.follow(saved).body())
                .containsPattern("id=\"unread\"[^>]*value=\"15\"")
                .containsPattern("id=\"sends\"[^>]*checked");
    }

    @Test
    void aServerWithoutMailSaysSoToOwnersAndAgents() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        assertThat(owner.get("console/site?key=" + Demo.SITE).body()).contains("id=\"reminder-lack\"");
        assertThat(owner.get("console/inbox").body())
                .contains("data-lack=\"session\" data-address=\"" + Demo.ADMINISTRATOR + "\"");
    }
}
