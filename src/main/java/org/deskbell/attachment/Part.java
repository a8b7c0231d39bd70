package org.deskbell.attachment;

import java.util.Locale;

/** What is kept of a file: itself, and of a picture two that the server has made of it. */
public enum Part {
    ORIGINAL,
    THUMBNAIL,
    VIEW;

    /** The word in tables, file names and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
