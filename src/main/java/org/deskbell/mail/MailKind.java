package org.deskbell.mail;

import java.util.Locale;

/** What a mail to a visitor is for. */
public enum MailKind {
    /** His conversation, which he asked for. */
    TRANSCRIPT;

    /** As the table has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
