package org.deskbell.conversation;

/** A file that was uploaded, while the writer holds its row: said once, by who uploaded it, where it was meant for. */
final class Upload {
    private final Attached file;
    private final Side side;
    private final long by;
    private final long site;
    private final Long conversation;
    private final int together;
    private boolean used;

    /** @param conversation null where a visitor may say it in any conversation of his */
    Upload(Attached file, Side side, long by, long site, Long conversation, int together, boolean used) {
        this.file = file;
        this.side = side;
        this.by = by;
        this.site = site;
        this.conversation = conversation;
        this.together = together;
        this.used = used;
    }

    boolean mayBeSaidBy(Author author, Conversation here) {
        return !used
                && author.side() == side
                && author.id() == by
                && here.site().value() == site
                && (conversation == null || conversation == here.id().value());
    }

    /** How many files one message may carry, by the policy under which this one came. */
    int together() {
        return together;
    }

    /** From now on it belongs to a message. */
    Attached use() {
        used = true;
        return file;
    }
}
