package org.deskbell.bench;

import java.util.Arrays;

/** One of the two systems under the load: how its clients connect and what a message looks like on its wire. */
abstract class Subject {

    /** Hears each message that arrives: at its sender (the acknowledgement) or at its peer (the delivery). */
    interface Counter {
        void arrived(long index, boolean atAgent);
    }

    private Counter counter = (index, atAgent) -> {};

    /** Connects so many pairs of visitor and agent, one agent for {@code perAgent} visitors, and returns when all can talk. */
    abstract void pair(Fleet fleet, int pairs, int perAgent);

    abstract void sayAsVisitor(int pair, long index);

    abstract void sayAsAgent(int pair, long index);

    /** Launches one more visitor who says nothing; {@code live} runs when the server has answered him, {@code lost} if it ends. */
    abstract void idle(Fleet fleet, int number, Runnable live, Runnable lost);

    void counted(Counter by) {
        counter = by;
    }

    /** 64 characters, the mean length of a chat message, with the index in front. */
    static String text(long index) {
        return String.format("#%010d Where is my parcel, it should have been here by now", index);
    }

    /** Tells the counter of every index that follows a {@code mark} (or of every index, if the mark is empty). */
    void scan(byte[] buffer, int from, int to, byte[] mark, boolean atAgent) {
        int at = from;
        while (at < to) {
            at = mark.length == 0 ? at : find(buffer, at, to, mark);
            while (at < to && buffer[at] != '#') {
                at++;
            }
            if (at + 11 <= to) {
                counter.arrived(number(buffer, at + 1), atAgent);
            }
            at++;
        }
    }

    /** Where the bytes after {@code mark} begin, or {@code to}. */
    static int find(byte[] buffer, int from, int to, byte[] mark) {
        for (int at = from; at <= to - mark.length; at++) {
            int i = 0;
            while (i < mark.length && buffer[at + i] == mark[i]) {
                i++;
            }
            if (i == mark.length) {
                return at + i;
            }
        }
        return to;
    }

    static boolean startsWith(byte[] buffer, int from, int to, byte[] mark) {
        return to - from >= mark.length && Arrays.equals(buffer, from, from + mark.length, mark, 0, mark.length);
    }

    private static long number(byte[] buffer, int from) {
        long number = 0;
        for (int i = from; i < from + 10; i++) {
            number = number * 10 + (buffer[i] - '0');
        }
        return number;
    }
}
