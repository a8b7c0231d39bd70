package org.deskbell.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deskbell.site.Department;
import org.deskbell.site.Manners;
import org.deskbell.site.Question;
import org.deskbell.site.Question.Kind;
import org.deskbell.site.Site;
import org.deskbell.support.ASite;
import org.deskbell.support.Guests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Visitor GUEST = Guests.guest(new VisitorId(1), Instant.EPOCH, 0, null);
    private static final Question ORDER = new Question("q1", Kind.TEXT, "Order number", false, List.of());
    private static final Question ABOUT =
            new Question("q2", Kind.CHOICE, "What is it about?", true, List.of("An order", "Something else"));
    private static final Question YES = new Question("q3", Kind.CHECKBOX, "I have read the terms", true, List.of());
    private static final List<Question> FORM = List.of(
            Question.standing(Question.NAME, true), Question.standing(Question.EMAIL, false), ORDER, ABOUT, YES);
    private static final Map<String, String> GOOD =
            Map.of("name", " Lin ", "email", "lin@example.com", "q1", "4711", "q2", "An order", "q3", "yes");

    @Test
    void nameAndMailAreTheVisitorsAndTheRestBecomesAttributesByTheirLabels() {
        assertThat(Answers.wrong(FORM, GOOD)).isEmpty();
        Answers answers = Answers.of(FORM, GOOD);
        assertThat(answers.name()).isEqualTo("Lin");
        assertThat(answers.email()).isEqualTo("lin@example.com");
        assertThat(answers.attributes())
                .isEqualTo(Map.of(
                        "Order number", "4711", "What is it about?", "An order", "I have read the terms", "yes"));
    }

    @Test
    void theDepartmentIsAskedForByTheNamesThereAreUnlessThePageSaysIt() {
        Question topic = new Question(Question.DEPARTMENT, Kind.CHOICE, "For whom?", true, List.of("Old name"));
        Manners asking = new Manners(List.of(topic), Manners.Offline.ACCEPT, true, true, false);
        ASite with = ASite.numbered(1).meeting(asking);
        Site two = with.with(List.of(new Department(1, "Orders", false), new Department(2, "Plants", true)))
                .site();
        assertThat(Answers.asked(two, GUEST, Map.of()))
                .containsExactly(
                        new Question("department", Kind.CHOICE, "For whom?", true, List.of("Orders", "Plants")));
        assertThat(Answers.asked(two, GUEST, Map.of("department", "nobody's"))).hasSize(1);
        assertThat(Answers.asked(two, GUEST, Map.of("department", "orders"))).isEmpty();
        Site one = with.with(List.of(new Department(1, "Orders", false))).site();
        assertThat(Answers.asked(one, GUEST, Map.of())).isEmpty();
    }

    @Test
    void whatNeedNotBeFilledInMayBeEmpty() {
        Map<String, String> least = Map.of("name", "Lin", "email", "", "q2", "An order", "q3", "yes");
        assertThat(Answers.wrong(FORM, least)).isEmpty();
        assertThat(Answers.of(FORM, least).email()).isNull();
        assertThat(Answers.of(FORM, least).attributes()).doesNotContainKey("Order number");
    }

    @ParameterizedTest
    @CsvSource({
        "name,''",
        "name,'  '",
        "email,nobody",
        "email,a@b@c",
        "email,a b@example.com",
        "q2,''",
        "q2,Anything",
        "q3,''",
        "q3,no"
    })
    void whatWillNotDoIsNamed(String id, String answer) {
        Map<String, String> given = new java.util.HashMap<>(GOOD);
        given.put(id, answer);
        assertThat(Answers.wrong(FORM, given)).contains(id);
    }

    @Test
    void whatWasNeverAskedIsRefused() {
        Map<String, String> given = new java.util.HashMap<>(GOOD);
        given.put("verified", "true");
        assertThat(Answers.wrong(FORM, given)).contains("verified");
    }

    @Test
    void aLineBreakBelongsIntoALongTextOnlyAndEachHasItsLimit() {
        Question longOne = new Question("q4", Kind.LONG, "More", false, List.of());
        assertThat(Answers.wrong(List.of(longOne), Map.of("q4", "one\ntwo"))).isEmpty();
        assertThat(Answers.wrong(List.of(ORDER), Map.of("q1", "one\ntwo"))).contains("q1");
        assertThat(Answers.wrong(List.of(longOne), Map.of("q4", "x".repeat(500))))
                .isEmpty();
        assertThat(Answers.wrong(List.of(longOne), Map.of("q4", "x".repeat(501))))
                .contains("q4");
        assertThat(Answers.wrong(List.of(ORDER), Map.of("q1", "x".repeat(201)))).contains("q1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+43 1 234567", "(020) 7946-0000", "030/1234.56", "112"})
    void phoneNumbersAreTakenAsPeopleWriteThem(String number) {
        Question phone = new Question("q5", Kind.PHONE, "Phone", true, List.of());
        assertThat(Answers.wrong(List.of(phone), Map.of("q5", number))).isEmpty();
        assertThat(Answers.wrong(List.of(phone), Map.of("q5", number + "x"))).contains("q5");
    }
}
