package org.deskbell.conversation;

/** Open conversations of one owner: how many there are, and how many of them sleep. */
public record Held(int open, int asleep) {
    public int awake() {
        return open - asleep;
    }
}
