package org.deskbell.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.deskbell.staff.AgentId;
import org.deskbell.visitor.VisitorId;

/** A {@link HeldMessage} as the table has it; one that was taken back has no words any more. Does not leave the room. */
@Entity
@Table(name = "held_message")
class HeldRow {
    @Id
    String id;

    @Column(name = "agent_id")
    long agentId;

    String ref;

    @Column(name = "agent_name")
    String agentName;

    @Column(name = "conversation_id")
    long conversationId;

    @Column(name = "visitor_id")
    long visitorId;

    String text;
    String files;
    long quote;
    String choices;

    @Column(name = "for_open")
    boolean forOpen;

    @Column(name = "due_at")
    OffsetDateTime dueAt;

    @Column(name = "next_at")
    OffsetDateTime nextAt;

    int tries;

    static String id(AgentId agent, String ref) {
        return agent.value() + " " + ref;
    }

    static HeldRow of(HeldMessage message, OffsetDateTime due) {
        HeldRow row = new HeldRow();
        row.id = id(message.agent(), message.ref());
        row.agentId = message.agent().value();
        row.ref = message.ref();
        row.agentName = message.name();
        row.conversationId = message.conversation().value();
        row.visitorId = message.visitor().value();
        row.text = message.text();
        row.files = String.join(",", message.files());
        row.quote = message.quote();
        row.choices = Choices.kept(message.choices());
        row.forOpen = message.forOpen();
        row.dueAt = due;
        row.nextAt = due;
        return row;
    }

    HeldMessage toMessage() {
        return new HeldMessage(
                new AgentId(agentId),
                agentName,
                ref,
                new ConversationId(conversationId),
                new VisitorId(visitorId),
                text,
                files.isEmpty() ? List.of() : List.of(files.split(",")),
                quote,
                Choices.read(choices),
                forOpen);
    }

    boolean isWithdrawn() {
        return nextAt == null;
    }

    void withdraw() {
        nextAt = null;
        text = "";
        files = "";
        choices = null;
    }
}
