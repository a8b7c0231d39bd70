package org.deskbell.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.deskbell.site.Problem;
import org.deskbell.site.SiteChanged;
import org.deskbell.site.SiteGoes;
import org.deskbell.site.Sites;
import org.deskbell.staff.Agent;
import org.deskbell.staff.AgentId;

/**
 * The answers there are. Each agent looks after his own, administrators also after those that all share. Refuses with the first
 * {@link AnswerCheck} problem's code, {@code shortcut-taken}, {@code too-many-answers}, {@code not-allowed}, {@code unknown-answer}
 * (it is not there, or another agent's own: one answer for both), {@code unknown-site}, or {@code changed} when somebody else was quicker.
 */
@ApplicationScoped
@Transactional
public class Answers {
    /**
     * How many there may be, and how many characters their texts may have together: all of them go to the console at once, and have to fit
     * into its outbox beside a long list.
     */
    public static final int MOST_SHARED = 500;

    public static final int MOST_OWN = 200;
    public static final int LONGEST_SHARED = 120_000;
    public static final int LONGEST_OWN = 40_000;

    /** Days for which a removed one can be brought back. */
    private static final int DAYS = 1;

    @Inject
    private AnswerRows rows;

    @Inject
    private Sites sites;

    @Inject
    private Event<AnswersChanged> changes;

    /** Those that all share, by shortcut. */
    public List<Answer> shared() {
        return rows.of(null).stream().map(AnswerRow::toAnswer).toList();
    }

    /** This agent's own, by shortcut. */
    public List<Answer> of(AgentId agent) {
        return rows.of(agent).stream().map(AnswerRow::toAnswer).toList();
    }

    /** One of his own or of the shared ones. */
    public Optional<Answer> find(Agent by, long id) {
        return rows.byId(id)
                .filter(row ->
                        row.removedAt == null && (row.agentId == null || by.id().equals(row.owner())))
                .map(AnswerRow::toAnswer);
    }

    /** The same once more, by the same agent, is the one he has already. */
    public Answer add(Agent by, AnswerDraft draft) {
        check(draft);
        if (draft.shared() && !by.administrator()) throw new Refused("not-allowed");
        AgentId owner = draft.shared() ? null : by.id();
        Optional<AnswerRow> same = rows.byShortcut(scope(owner, draft), draft.shortcut());
        if (same.isPresent() && same.get().says(draft)) return same.get().toAnswer();
        if (same.isPresent()) throw new Refused("shortcut-taken");
        room(owner, null, draft.letters());
        AnswerRow row = new AnswerRow(owner);
        row.become(draft);
        return kept(row);
    }

    /** Whose it is stays as it is. */
    public Answer change(Agent by, long id, int version, AnswerDraft draft) {
        check(draft);
        AnswerRow row = his(by, id);
        if (row.removedAt != null) throw new Refused("unknown-answer");
        if (row.version != version) throw new Refused("changed");
        // Asked before anything is set: a query sends what is set to the database first.
        free(scope(row.owner(), draft), draft.shortcut(), row);
        room(row.owner(), row, draft.letters());
        row.become(draft);
        return kept(row);
    }

    /** It can be brought back for a day. */
    public Answer remove(Agent by, long id) {
        AnswerRow row = his(by, id);
        rows.forgetRemovedBefore(rows.now().minusDays(DAYS));
        if (row.removedAt == null) row.remove(rows.now());
        changes.fire(new AnswersChanged(row.owner()));
        return row.toAnswer();
    }

    public Answer restore(Agent by, long id) {
        AnswerRow row = his(by, id);
        if (row.removedAt == null) return row.toAnswer();
        free(AnswerRow.scope(row.owner(), row.site()), row.shortcut, row);
        room(row.owner(), row, row.letters());
        row.restore();
        return kept(row);
    }

    /** What was for this site alone goes with it. */
    void onSiteGoes(@Observes SiteGoes going) {
        if (!rows.anyOf(going.site())) return;
        rows.deleteOf(going.site());
        changes.fire(new AnswersChanged(null));
    }

    /** The consoles know sites by their keys. */
    void onSiteChanged(@Observes SiteChanged changed) {
        if (rows.anyOf(changed.site())) changes.fire(new AnswersChanged(null));
    }

    private void check(AnswerDraft draft) {
        List<Problem> problems = AnswerCheck.problems(draft);
        if (!problems.isEmpty()) throw new Refused(problems.get(0).reason());
        boolean known = draft.site() == null || sites.find(draft.site()).isPresent();
        if (!known) throw new Refused("unknown-site");
    }

    private AnswerRow his(Agent by, long id) {
        AnswerRow row = rows.held(id).orElseThrow(() -> new Refused("unknown-answer"));
        if (row.agentId == null && !by.administrator()) throw new Refused("not-allowed");
        if (row.agentId != null && !by.id().equals(row.owner())) throw new Refused("unknown-answer");
        return row;
    }

    private static String scope(AgentId owner, AnswerDraft draft) {
        return AnswerRow.scope(owner, draft.site());
    }

    private void free(String scope, String shortcut, AnswerRow wanting) {
        boolean taken = rows.byShortcut(scope, shortcut)
                .filter(other -> !other.id.equals(wanting.id))
                .isPresent();
        if (taken) throw new Refused("shortcut-taken");
    }

    private void room(AgentId owner, AnswerRow instead, int more) {
        List<AnswerRow> others = rows.of(owner).stream()
                .filter(other -> instead == null || !other.id.equals(instead.id))
                .toList();
        int letters = others.stream().mapToInt(AnswerRow::letters).sum() + more;
        boolean full = others.size() >= (owner == null ? MOST_SHARED : MOST_OWN)
                || letters > (owner == null ? LONGEST_SHARED : LONGEST_OWN);
        if (full) throw new Refused("too-many-answers");
    }

    private Answer kept(AnswerRow row) {
        AnswerRow kept = rows.kept(row);
        changes.fire(new AnswersChanged(kept.owner()));
        return kept.toAnswer();
    }
}
