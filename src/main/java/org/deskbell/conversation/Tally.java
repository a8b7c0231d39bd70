package org.deskbell.conversation;

import java.util.List;
import org.deskbell.staff.AgentId;

/** What is open in a department (null: in none) and has this owner (null: nobody), with these agents beside him. */
public record Tally(AgentId owner, List<AgentId> joined, Long department, Held held) {}
