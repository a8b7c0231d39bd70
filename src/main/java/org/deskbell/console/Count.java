package org.deskbell.console;

import java.util.OptionalInt;

/** A number of things as somebody types it. */
final class Count {
    private Count() {}

    /** From 1 to {@code most}, else nothing. */
    static OptionalInt read(String typed, int most) {
        String digits = typed == null ? "" : typed.strip();
        int count = digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
        return count < 1 || count > most ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
