package org.deskbell.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.label.LabelId;
import org.deskbell.staff.AgentId;

/**
 * What agents keep to themselves about a conversation: who was mentioned and has not looked yet, its labels, whether it sleeps
 * ({@code snooze} is null where it does not), and whether who was given it has yet to open it ({@code offer}, else null). Nothing of it ever
 * reaches a visitor.
 */
public record Aside(List<AgentId> mentioned, List<LabelId> labels, Snooze snooze, Offer offer) {
    public static final Aside NONE = new Aside(List.of(), List.of(), null, null);

    /** Labels of one conversation. */
    static final int LABELS = 20;

    /** Mentions that wait; the oldest are given up. */
    private static final int MENTIONS = 40;

    /** It is out of the boxes until {@code until}, or until the visitor writes; where that is null, only until he does. */
    public record Snooze(Instant since, Instant until) {}

    static Aside of(String mentioned, String labels, Snooze snooze, Offer offer) {
        if (mentioned == null && labels == null && snooze == null && offer == null) return NONE;
        return new Aside(agents(mentioned), ids(labels).map(LabelId::new).toList(), snooze, offer);
    }

    /** Null where it does not sleep. */
    static Snooze snooze(Instant since, Instant until) {
        return since == null ? null : new Snooze(since, until);
    }

    String mentionedWord() {
        return mentioned.isEmpty() ? null : joined(mentioned.stream().map(AgentId::value));
    }

    String labelsWord() {
        return labels.isEmpty() ? null : joined(labels.stream().map(LabelId::value));
    }

    Aside mentioning(List<AgentId> more) {
        List<AgentId> all = new ArrayList<>(mentioned);
        for (AgentId each : more) if (!all.contains(each)) all.add(each);
        return new Aside(
                List.copyOf(all.subList(Math.max(0, all.size() - MENTIONS), all.size())), labels, snooze, offer);
    }

    Aside heededBy(AgentId agent) {
        return new Aside(mentioned.stream().filter(each -> !each.equals(agent)).toList(), labels, snooze, offer);
    }

    Aside labelled(LabelId label, boolean on) {
        Stream<LabelId> others = labels.stream().filter(each -> !each.equals(label));
        return new Aside(
                mentioned,
                Stream.concat(others, on ? Stream.of(label) : Stream.of()).toList(),
                snooze,
                offer);
    }

    /** Without labels that are not among these. */
    Aside labelledOf(List<LabelId> there) {
        return new Aside(mentioned, labels.stream().filter(there::contains).toList(), snooze, offer);
    }

    Aside snoozed(Snooze now) {
        return new Aside(mentioned, labels, now, offer);
    }

    Aside offered(Offer now) {
        return new Aside(mentioned, labels, snooze, now);
    }

    static List<AgentId> agents(String joined) {
        if (joined == null) return List.of();
        return ids(joined).map(AgentId::new).toList();
    }

    static String joined(Stream<Long> ids) {
        return ids.map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Stream<Long> ids(String joined) {
        return joined == null || joined.isEmpty()
                ? Stream.of()
                : Stream.of(joined.split(",")).map(Long::valueOf);
    }
}
