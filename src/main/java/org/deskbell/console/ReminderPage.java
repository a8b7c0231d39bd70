package org.deskbell.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.deskbell.reminder.Reminder;
import org.deskbell.reminder.Reminders;
import org.deskbell.site.Site;

/** Whether and when a site tells agents by mail of what they have not read, on its page. */
@Named
@ViewScoped
public class ReminderPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Reminders reminders;

    @Inject
    private transient Here here;

    private boolean shown;
    private boolean sends;
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    /** As it is kept, on the first visit. */
    public void show(Site site) {
        if (shown || site == null) return;
        shown = true;
        Reminder reminder = reminders.of(site.id());
        sends = reminder.sends();
        text.put("unread", Integer.toString(reminder.minutes()));
    }

    public void save(Site site) throws IOException {
        problems.clear();
        OptionalInt minutes = Count.read(text.get("unread"), Reminder.MOST_MINUTES);
        if (minutes.isEmpty()) {
            problems.put("unread", Refusals.sentence("bad-number", Integer.toString(Reminder.MOST_MINUTES)));
            return;
        }
        reminders.change(site.id(), new Reminder(sends, minutes.getAsInt()));
        here.go("/console/site?key=" + site.key() + "&done=reminder#reminder");
    }

    public boolean isSends() {
        return sends;
    }

    public void setSends(boolean sends) {
        this.sends = sends;
    }

    public Map<String, String> getText() {
        return text;
    }

    public Map<String, String> getProblems() {
        return problems;
    }
}
