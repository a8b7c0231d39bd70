package org.deskbell.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.deskbell.answers.Answer;
import org.deskbell.answers.AnswerCheck;
import org.deskbell.answers.AnswerDraft;
import org.deskbell.answers.Answers;
import org.deskbell.answers.AnswersChanged;
import org.deskbell.answers.Prefixes;
import org.deskbell.answers.Steps;
import org.deskbell.bus.Bus;
import org.deskbell.bus.Heard;
import org.deskbell.label.LabelId;
import org.deskbell.protocol.AnswersNow;
import org.deskbell.protocol.Keep;
import org.deskbell.protocol.Kept;
import org.deskbell.protocol.Refused;
import org.deskbell.site.Problem;
import org.deskbell.site.Sites;
import org.deskbell.staff.AgentId;
import org.deskbell.staff.Staff;

/** Keeps the answers in the consoles as they are in the store, on this node and on others, and takes new ones from there. */
@ApplicationScoped
public class AnswerFeed {
    private static final String TOPIC = "answers";
    private static final String SHARED = "shared";
    private static final String OWN = "own";

    @Inject
    private Answers answers;

    @Inject
    private Prefixes prefixes;

    @Inject
    private Sites sites;

    @Inject
    private Staff staff;

    @Inject
    private Connections connections;

    @Inject
    private Bus bus;

    /** All there are, for a console that begins. */
    void begin(AgentDesk desk) {
        later(desk, () -> shared(desk));
        later(desk, () -> own(desk));
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AnswersChanged changed) {
        tell(changed.owner());
        bus.tell(TOPIC, changed.owner() == null ? SHARED : changed.owner().toString());
    }

    void onHeard(@Observes Heard heard) {
        if (!heard.topic().equals(TOPIC)) return;
        heard.words().stream()
                .distinct()
                .forEach(word -> tell(word.equals(SHARED) ? null : new AgentId(Long.parseLong(word))));
    }

    /** Keeps what he wrote as his own answer; the same twice is one. */
    void keep(AgentDesk desk, Keep keep) {
        AnswerDraft draft = new AnswerDraft(false, null, keep.shortcut(), keep.title(), keep.text());
        List<Problem> problems = AnswerCheck.problems(draft);
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            refuse(desk, keep, first.reason(), first.detail().isEmpty() ? first.field() : first.detail());
            return;
        }
        try {
            answers.add(staff.byId(desk.agentId()).orElseThrow(), draft);
            desk.connection().send(new Kept(keep.ref()));
        } catch (org.deskbell.settings.Refused refused) {
            refuse(desk, keep, refused.reason(), null);
        }
    }

    private static void refuse(AgentDesk desk, Keep keep, String reason, String detail) {
        desk.connection().send(new Refused("keep", keep.ref(), null, reason, detail, null, null));
    }

    private void tell(AgentId owner) {
        if (owner == null) connections.agents().forEach(desk -> later(desk, () -> shared(desk)));
        else connections.of(owner).forEach(desk -> later(desk, () -> own(desk)));
    }

    /** One after the other for each console, each reading for itself: what was read first never comes last. */
    private static void later(AgentDesk desk, Runnable errand) {
        if (!desk.connection().errand(errand)) desk.connection().close(CloseCodes.RESTART, "come again");
    }

    private void shared(AgentDesk desk) {
        desk.connection().send(new AnswersNow(SHARED, null, items(answers.shared())));
    }

    private void own(AgentDesk desk) {
        AgentId agent = desk.agentId();
        desk.connection().send(new AnswersNow(OWN, prefixes.of(agent), items(answers.of(agent))));
    }

    private List<AnswersNow.Item> items(Collection<Answer> all) {
        return all.stream()
                .map(each -> new AnswersNow.Item(
                        Long.toString(each.id()),
                        each.shortcut(),
                        each.title(),
                        each.text(),
                        each.site() == null ? null : sites.byId(each.site()).key(),
                        each.steps().labels().stream().map(LabelId::toString).toList(),
                        each.steps().then() == Steps.Then.STAY
                                ? null
                                : each.steps().then().word(),
                        each.choices()))
                .toList();
    }
}
