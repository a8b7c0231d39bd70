package org.deskbell.conversation;

import org.deskbell.staff.AgentId;

/** What is open in a department (null: in none) and has this owner (null: nobody). */
public record Tally(AgentId owner, Long department, Held held) {}
