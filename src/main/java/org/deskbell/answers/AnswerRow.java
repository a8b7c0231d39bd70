package org.deskbell.answers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.List;
import org.deskbell.site.SiteId;
import org.deskbell.staff.AgentId;

/** An answer as the table has it; does not leave the room. */
@Entity
@Table(name = "answer")
class AnswerRow {
    @Id
    @SequenceGenerator(name = "answer_ids", sequenceName = "answer_ids", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_ids")
    Long id;

    @Column(name = "agent_id")
    Long agentId;

    @Column(name = "site_id")
    Long siteId;

    String scope;
    String shortcut;
    String title;
    String text;
    String choices;
    String steps;

    @Column(name = "removed_at")
    OffsetDateTime removedAt;

    @Version
    int version;

    protected AnswerRow() {}

    /** @param owner null for one that all share */
    AnswerRow(AgentId owner) {
        agentId = owner == null ? null : owner.value();
    }

    void become(AnswerDraft draft) {
        siteId = agentId != null || draft.site() == null ? null : draft.site().value();
        shortcut = draft.shortcut();
        title = draft.title();
        text = draft.text();
        choices = draft.choices().isEmpty() ? null : String.join("\n", draft.choices());
        steps = draft.steps().kept();
        scope = scope(owner(), site());
    }

    void remove(OffsetDateTime now) {
        removedAt = now;
        scope = null;
    }

    void restore() {
        removedAt = null;
        scope = scope(owner(), site());
    }

    boolean says(AnswerDraft draft) {
        return title.equals(draft.title())
                && text.equals(draft.text())
                && choices().equals(draft.choices())
                && Steps.of(steps).equals(draft.steps());
    }

    int letters() {
        return text.length() + choices().stream().mapToInt(String::length).sum();
    }

    private List<String> choices() {
        return choices == null ? List.of() : List.of(choices.split("\n"));
    }

    AgentId owner() {
        return agentId == null ? null : new AgentId(agentId);
    }

    SiteId site() {
        return siteId == null ? null : new SiteId(siteId);
    }

    Answer toAnswer() {
        return new Answer(id, owner(), site(), shortcut, title, text, choices(), Steps.of(steps), version);
    }

    /** Where a shortcut is unique. */
    static String scope(AgentId owner, SiteId site) {
        if (owner != null) return "agent " + owner;
        return site == null ? "all" : "site " + site;
    }
}
