package org.deskbell.protocol;

/** The visitor's place in the queue, 1 is the next, and about how many minutes that takes (null: not known); no place: he does not wait. */
public record QueueNow(String conversation, Integer position, Integer minutes) implements FromServer {
    @Override
    public String type() {
        return "queue";
    }

    @Override
    public void members(Members out) {
        out.text("conversation", conversation)
                .numberOrNull("position", position)
                .numberOrNull("minutes", minutes);
    }
}
