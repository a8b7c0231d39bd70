package org.deskbell.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.deskbell.support.ASite;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final Department ORDERS = new Department(1, "Orders", false);
    private static final Department PLANTS = new Department(2, "Plants", true);
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void aConversationBeginsWhereThePageSaysElseWhereItsVisitorWantsElseByTheEntrance() {
        Question topic = new Question(Question.DEPARTMENT, Question.Kind.CHOICE, "For whom?", true, List.of());
        Manners asking = new Manners(List.of(topic), Manners.Offline.ACCEPT, true, true, false);
        Site site =
                ASite.numbered(1).meeting(asking).with(List.of(ORDERS, PLANTS)).site();

        assertThat(site.entrance(NOTHING, NOTHING)).isEqualTo(2);
        assertThat(site.entrance(NOTHING, Map.of("For whom?", "Orders"))).isEqualTo(1);
        assertThat(site.entrance(Map.of("department", " PLANTS "), Map.of("For whom?", "Orders")))
                .isEqualTo(2);
        assertThat(site.entrance(Map.of("department", "Nobody"), Map.of("For whom?", "Gone")))
                .isEqualTo(2);
    }

    @Test
    void whatIsNoQuestionForTheDepartmentSaysNothingOfIt() {
        Site site = ASite.numbered(1).with(List.of(ORDERS)).site();
        assertThat(site.entrance(NOTHING, Map.of("For whom?", "Orders"))).isNull();
        assertThat(ASite.numbered(1).site().entrance(Map.of("department", "Orders"), NOTHING))
                .isNull();
    }
}
