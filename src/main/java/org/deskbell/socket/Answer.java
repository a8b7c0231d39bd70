package org.deskbell.socket;

import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Refusal;
import org.deskbell.conversation.Reply;

/** The answer to one frame that asked for a change, where the change itself is not the answer. */
final class Answer implements Reply {
    private final Connection to;
    private final Reader reader;
    private final Feed feed;
    private final Conversations log;
    private final String of;
    private final String ref;
    private final long asked = System.nanoTime();

    /** @param feed the conversation as this connection follows it, or null where it holds none yet */
    Answer(Connection to, Reader reader, Feed feed, Conversations log, String of, String ref) {
        this.to = to;
        this.reader = reader;
        this.feed = feed;
        this.log = log;
        this.of = of;
        this.ref = ref;
    }

    @Override
    public long asked() {
        return asked;
    }

    @Override
    public boolean entitled(Conversation locked) {
        return feed == null || feed.shows(locked);
    }

    @Override
    public void repeated(Entry original) {
        if (original == null) feed.live();
        else if (feed != null && original.conversation().equals(feed.id())) feed.repeat(original);
        else to.errand(() -> ofEarlier(original));
    }

    /** It was said in a conversation that is over, and the answer was lost. */
    private void ofEarlier(Entry original) {
        log.byId(original.conversation()).ifPresent(earlier -> to.send(Frames.entry(original, earlier, reader)));
    }

    @Override
    public void refused(Refusal refusal) {
        String conversation = feed == null ? null : feed.conversation().publicId();
        to.send(Frames.refused(of, ref, conversation, refusal));
    }
}
