package org.deskbell.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;

/** An agent as the table has it; does not leave the room. */
@Entity
@Table(name = "agent")
class AgentRow {
    @Id
    @SequenceGenerator(name = "agent_ids", sequenceName = "agent_ids", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_ids")
    Long id;

    String login;
    String name;
    String role;
    String password;
    boolean disabled;
    String status = "online";
    int stamp;

    @Column(name = "offline_at")
    OffsetDateTime offlineAt;

    @Column(name = "invite_hash")
    String inviteHash;

    @Column(name = "invite_expires_at")
    OffsetDateTime inviteExpiresAt;

    /** In which he logged in last; null where that is not known. */
    String language;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Version
    int version;

    protected AgentRow() {}

    AgentRow(String login, String name, Role role, OffsetDateTime now) {
        this.login = login;
        this.name = name;
        this.role = role.word();
        this.createdAt = now;
    }

    Agent toAgent() {
        return new Agent(new AgentId(id), name, Role.of(role), login, disabled, status, stamp, password == null);
    }

    boolean mayLogIn() {
        return !disabled && password != null;
    }

    boolean activeAdministrator() {
        return mayLogIn() && role.equals(Role.ADMINISTRATOR.word());
    }
}
