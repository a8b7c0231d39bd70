package org.deskbell.visitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deskbell.site.Manners;
import org.deskbell.site.Question;
import org.deskbell.site.Site;

/** What a visitor answered before his first message, nobody vouches for it; name and mail address are null where they were not given. */
public record Answers(String name, String email, Map<String, String> attributes) {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,200}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");
    private static final int LONG = 500;
    private static final int LINE = 200;

    /**
     * What is asked of this visitor: nothing once he has answered, not what his site vouches for, and no department where there is nothing to choose
     * or his page has chosen.
     *
     * @param page what the page says of the conversation
     */
    public static List<Question> asked(Site site, Visitor visitor, Map<String, String> page) {
        if (visitor.introduced()) return List.of();
        boolean chosen = site.departments().size() < 2
                || site.named(page.get(Site.DEPARTMENT)).isPresent();
        return site.manners().form().stream()
                .filter(each -> !visitor.verified() || !each.isStanding() || unknown(each, visitor))
                .filter(each -> !chosen || !each.isDepartment())
                .map(each -> each.isDepartment() ? each.among(site.departments()) : each)
                .toList();
    }

    private static boolean unknown(Question standing, Visitor visitor) {
        return (standing.id().equals(Question.NAME) ? visitor.name() : visitor.email()) == null;
    }

    /** Whether a mail address is asked for while nobody is there. */
    public static boolean wantsMail(Site site, Visitor visitor) {
        return site.manners().offline() == Manners.Offline.ASK && visitor.email() == null;
    }

    /** The id of the first answer that will not do, or of what is missing or was never asked. */
    public static Optional<String> wrong(List<Question> asked, Map<String, String> given) {
        for (String id : given.keySet()) {
            if (asked.stream().noneMatch(each -> each.id().equals(id))) return Optional.of(id);
        }
        return asked.stream()
                .filter(each -> !fits(each, given.getOrDefault(each.id(), "").strip()))
                .map(Question::id)
                .findFirst();
    }

    /** To be called with what is not {@link #wrong}. */
    public static Answers of(List<Question> asked, Map<String, String> given) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Question each : asked) {
            String answer = given.getOrDefault(each.id(), "").strip();
            if (!each.isStanding() && !answer.isEmpty()) attributes.put(each.label(), answer);
        }
        return new Answers(standing(given, Question.NAME), standing(given, Question.EMAIL), attributes);
    }

    private static String standing(Map<String, String> given, String id) {
        String answer = given.getOrDefault(id, "").strip();
        return answer.isEmpty() ? null : answer;
    }

    private static boolean fits(Question asked, String answer) {
        if (answer.isEmpty()) return !asked.required();
        boolean isLong = asked.kind() == Question.Kind.LONG;
        if (answer.length() > (isLong ? LONG : LINE)) return false;
        if (!isLong && answer.chars().anyMatch(Character::isISOControl)) return false;
        return switch (asked.kind()) {
            case TEXT, LONG -> true;
            case EMAIL -> MAIL.matcher(answer).matches();
            case PHONE -> PHONE.matcher(answer).matches();
            case CHOICE -> asked.choices().contains(answer);
            case CHECKBOX -> answer.equals("yes") || answer.equals("no") && !asked.required();
        };
    }
}
