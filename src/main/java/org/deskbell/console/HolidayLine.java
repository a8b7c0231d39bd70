package org.deskbell.console;

import java.io.Serializable;
import org.deskbell.site.Holiday;
import org.deskbell.site.HoursDraft.HolidayDraft;
import org.deskbell.site.Span;

/** One day with hours of its own while somebody works on it. */
public final class HolidayLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private String date;
    private String name;
    private String open;

    HolidayLine(String id, Holiday of) {
        this.id = id;
        date = of.date().toString();
        name = of.name();
        open = Span.write(of.open());
    }

    /** One to be filled in. */
    HolidayLine(String id) {
        this.id = id;
        date = "";
        name = "";
        open = "";
    }

    HolidayDraft draft() {
        return new HolidayDraft(id, date, name, open);
    }

    public String getId() {
        return id;
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOpen() {
        return open;
    }

    public void setOpen(String open) {
        this.open = open;
    }
}
