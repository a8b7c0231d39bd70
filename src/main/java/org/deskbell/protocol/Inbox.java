package org.deskbell.protocol;

import java.util.List;

/**
 * The open conversations, or those of them that changed. {@code agents} and {@code departments} are null where nobody came or went,
 * {@code labels} where there are no others than before; {@code gone} are conversations this agent may not see any more.
 */
public record Inbox(
        boolean whole,
        List<Summary> items,
        Counters counters,
        List<Colleague> agents,
        List<LabelCard> labels,
        List<Department> departments,
        List<String> gone)
        implements FromServer {
    @Override
    public String type() {
        return "inbox";
    }

    @Override
    public void members(Members out) {
        out.flag("whole", whole).list("items", items, Summary::write).object("counters", counters::write);
        if (agents != null) out.list("agents", agents, Colleague::write);
        if (labels != null) out.list("labels", labels, LabelCard::write);
        if (departments != null) out.list("departments", departments, Department::write);
        if (!gone.isEmpty()) out.words("gone", gone);
    }
}
