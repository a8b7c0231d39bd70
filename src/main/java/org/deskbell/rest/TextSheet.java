package org.deskbell.rest;

import java.io.IOException;
import java.time.Instant;

/** Plain text. All but the first line of a message are indented: nothing somebody wrote looks like a message of somebody else. */
final class TextSheet implements Sheet {
    private final Appendable out;
    private final TranscriptWords words;

    TextSheet(Appendable out, TranscriptWords words) {
        this.out = out;
        this.words = words;
    }

    @Override
    public String type() {
        return "text/plain;charset=UTF-8";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public void begin(String title, String about) throws IOException {
        out.append(line(title)).append('\n').append(line(about)).append("\n\n");
    }

    @Override
    public void words(String text) throws IOException {
        out.append(text).append("\n\n");
    }

    @Override
    public void remark(String text) throws IOException {
        out.append('\n').append(text).append("\n\n");
    }

    @Override
    public void link(String words, String address) throws IOException {
        out.append(line(words)).append(":\n").append(address).append("\n");
    }

    @Override
    public void said(Message message) throws IOException {
        out.append('[').append(words.time(message.at())).append("] ").append(line(message.by()));
        if (message.edited()) out.append(" (").append(words.say("edited")).append(')');
        out.append(": ");
        if (message.quoted() != null)
            out.append("> ").append(line(message.quoted())).append("\n    ");
        out.append(message.text().replaceAll("\\R", "\n    ")).append('\n');
    }

    @Override
    public void happened(Instant at, String what) throws IOException {
        out.append('[').append(words.time(at)).append("] * ").append(line(what)).append('\n');
    }

    @Override
    public void end() {
        // nothing closes a text
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }
}
