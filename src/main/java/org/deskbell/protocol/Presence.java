package org.deskbell.protocol;

import java.time.Instant;
import java.util.List;

/**
 * Is somebody there, and who. Outside the site's hours nobody is: then {@code opens} is when somebody will be again (null: not known), and
 * {@code message} what the site wants to say instead of the usual words (null: nothing). {@code unsent}: agents see what he writes before he
 * sends it.
 */
public record Presence(boolean online, List<Person> agents, Instant opens, String message, boolean unsent)
        implements FromServer {
    public Presence(boolean online, List<Person> agents) {
        this(online, agents, null, null, false);
    }

    /** Outside the hours. */
    public static Presence closed(Instant opens, String message) {
        return new Presence(false, List.of(), opens, message, false);
    }

    /** The same, with whether unsent text is shown. */
    public Presence showing(boolean unsentText) {
        return unsentText == unsent ? this : new Presence(online, agents, opens, message, unsentText);
    }

    @Override
    public String type() {
        return "presence";
    }

    @Override
    public void members(Members out) {
        out.flag("online", online)
                .list("agents", agents, Person::write)
                .instant("opens", opens)
                .text("message", message);
        if (unsent) out.flag("unsent", true);
    }
}
