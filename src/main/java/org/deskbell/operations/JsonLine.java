package org.deskbell.operations;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * One event as one line of JSON: {@code time, level, logger, message, template, values, error}. Everything but plain ASCII is
 * escaped, so that no value ends the line or speaks to a terminal.
 */
final class JsonLine extends Formatter {
    private static final Map<Level, String> WORDS = Map.of(Level.SEVERE, "ERROR", Level.FINE, "DEBUG");

    @Override
    public String format(LogRecord event) {
        StringJoiner line = new StringJoiner(",", "{", "}\n");
        line.add(member("time", event.getInstant().toString()));
        line.add(member(
                "level", WORDS.getOrDefault(event.getLevel(), event.getLevel().getName())));
        line.add(member("logger", event.getLoggerName()));
        line.add(member("message", said(event)));
        Object[] values = event.getParameters();
        if (values != null && values.length > 0) {
            line.add(member("template", event.getMessage()));
            StringJoiner list = new StringJoiner(",", "\"values\":[", "]");
            Stream.of(values).forEach(value -> list.add(quoted(String.valueOf(value))));
            line.add(list.toString());
        }
        if (event.getThrown() != null) line.add(member("error", stack(event.getThrown())));
        return line.toString();
    }

    private static String said(LogRecord event) {
        Object[] values = event.getParameters();
        if (event.getMessage() == null || values == null || values.length == 0) return event.getMessage();
        try {
            return MessageFormat.format(event.getMessage(), values);
        } catch (IllegalArgumentException noTemplate) {
            return event.getMessage();
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String member(String name, String value) {
        return quoted(name) + ":" + (value == null ? "null" : quoted(value));
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 16).append('"');
        for (char letter : value.toCharArray()) {
            boolean plain = letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
            if (plain) quoted.append(letter);
            else quoted.append("\\u%04x".formatted((int) letter));
        }
        return quoted.append('"').toString();
    }
}
