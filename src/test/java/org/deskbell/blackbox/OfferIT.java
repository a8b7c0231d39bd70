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

/** How long an agent has to open what he is given is set on the site's page; that it goes to another is in {@link TwoNodesIT}. */
class OfferIT {
    private final URI server = ServerUnderTest.shared();
    private final House house = new House(server);
    private final WebSession owner = new WebSession(server);

    @Test
    void itIsOffUntilTheOwnerSetsItAndWhatIsWrongIsSaidAndNotLost() {
        owner.logIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String page = "console/site?key=" + house.site();
        assertThat(owner.get(page).body())
                .containsPattern("id=\"seconds\"[^>]*value=\"60\"")
                .doesNotContainPattern("id=\"timed\"[^>]*checked");

        for (String wrong : new String[] {"9", "601", "soon", ""}) {
            HttpResponse<String> refused =
                    owner.press(page, "give", Map.of("way", "pick", "timed", "true", "seconds", wrong));
            assertThat(refused.statusCode()).isEqualTo(200);
            assertThat(refused.body())
                    .contains("id=\"seconds-problem\"", "whole number from 10 to")
                    .containsPattern("id=\"timed\"[^>]*checked");
        }
        assertThat(owner.get(page).body()).doesNotContainPattern("id=\"timed\"[^>]*checked");

        HttpResponse<String> saved =
                owner.press(page, "give", Map.of("way", "pick", "timed", "true", "seconds", " 45 "));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(owner.follow(saved).body())
                .containsPattern("id=\"seconds\"[^>]*value=\"45\"")
                .containsPattern("id=\"timed\"[^>]*checked");
    }
}
