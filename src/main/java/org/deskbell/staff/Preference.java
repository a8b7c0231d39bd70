package org.deskbell.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deskbell.settings.Languages;

/** What an agent can choose of his console, and the form of a choice. */
enum Preference {
    /** Light or dark, or as the device is. */
    SCHEME("auto|light|dark"),
    DENSITY("comfortable|normal|compact"),
    /** Of the list of conversations. */
    ORDER("waiting|recent"),
    /** What Enter does where one writes. */
    ENTER("send|newline"),
    /** For how many seconds what he says may be taken back. */
    UNSEND("0|5|10|20"),
    /** Where he is after closing a conversation. */
    ONWARD("stay|next"),
    /** Of the console; or as the browser asks. */
    LANGUAGE("auto|" + String.join("|", Languages.ALL)),
    /** Commands and their keys, apart by blanks, {@code claim=a close=}: without a key it is switched off. */
    SHORTCUTS("(?:\\w{1,40}=\\S{0,2}(?: (?!$)|$)){0,100}"),
    /** Those that are on. */
    ALERTS("(?:(?:newSound|messageSound|repeat|preview)(?: (?!$)|$)){0,4}"),
    /** Of what is unread he is told by mail, where its site tells anybody: of what is his, of what nobody has too, or of nothing. */
    MAIL("own|all|none"),
    /** Views of the list, a line each of name, box, label and filter apart by tabs. */
    VIEWS(
            "(?:[^\\p{Cntrl}]{1,40}\t(?:mine|unassigned|all|closed|snoozed)\t\\w{0,40}\t[^\\p{Cntrl}]{0,100}(?:\n(?!$)|$)){0,20}");

    /** Characters of a choice. */
    static final int LONGEST = 2_000;

    private final Pattern form;

    Preference(String form) {
        this.form = Pattern.compile(form);
    }

    static Optional<Preference> of(String name) {
        return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(String choice) {
        return choice.length() <= LONGEST && form.matcher(choice).matches();
    }
}
