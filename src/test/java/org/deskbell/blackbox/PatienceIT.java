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

/** How long a site waits for its visitors' answers is set on its page; that it ends conversations is in {@link TwoNodesIT}. */
class PatienceIT {
    private final URI server = ServerUnderTest.shared();
    private final House house = new House(server);
    private final WebSession owner = new WebSession(server);

    @Test
    void itIsOffUntilTheOwnerSetsItAndWhatIsWrongIsSaidAndNotLost() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String page = "console/site?key=" + house.site();
        assertThat(owner.get(page).body()).contains("value=\"30\"").doesNotContain("Bye for now");

        HttpResponse<String> refused =
                owner.press(page, "wait", Map.of("ends", "true", "patience", "0", "farewell", "Bye for now"));
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("id=\"patience-problem\"", "Bye for now");
        assertThat(owner.get(page).body()).doesNotContain("Bye for now");

        HttpResponse<String> long500 = owner.press(page, "wait", Map.of("farewell", "x".repeat(501)));
        assertThat(long500.body()).contains("id=\"farewell-problem\"");

        HttpResponse<String> saved =
                owner.press(page, "wait", Map.of("ends", "true", "patience", " 45 ", "farewell", "Bye for now"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(owner.follow(saved).body())
                .contains("value=\"45\"", "Bye for now")
                .containsPattern("id=\"ends\"[^>]*checked");
    }
}
