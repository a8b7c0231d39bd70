package org.deskbell.site;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * How a site meets its visitors: what it asks before the first message, what it does while nobody is there, whether it asks for a
 * rating after the end, whether visitors may take the conversation with them as a file, and whether agents see what a visitor writes before
 * he sends it.
 */
public record Manners(List<Question> form, Offline offline, boolean rating, boolean transcript, boolean unsent)
        implements Serializable {

    /** While nobody is there: the message is taken, or a mail address is asked for too, or there is no button. */
    public enum Offline {
        ACCEPT,
        ASK,
        HIDE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Offline of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Those of a new site. */
    public static final Manners USUAL = new Manners(List.of(), Offline.ACCEPT, true, true, false);

    public Manners {
        form = List.copyOf(form);
    }
}
