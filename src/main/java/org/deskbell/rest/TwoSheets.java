package org.deskbell.rest;

import java.io.IOException;
import java.time.Instant;

/** Writes the same down in two forms, so that the log is read once. */
record TwoSheets(Sheet one, Sheet other) implements Sheet {
    @Override
    public String type() {
        return one.type();
    }

    @Override
    public String ending() {
        return one.ending();
    }

    @Override
    public void begin(String title, String about) throws IOException {
        one.begin(title, about);
        other.begin(title, about);
    }

    @Override
    public void words(String text) throws IOException {
        one.words(text);
        other.words(text);
    }

    @Override
    public void remark(String text) throws IOException {
        one.remark(text);
        other.remark(text);
    }

    @Override
    public void link(String words, String address) throws IOException {
        one.link(words, address);
        other.link(words, address);
    }

    @Override
    public void said(Message message) throws IOException {
        one.said(message);
        other.said(message);
    }

    @Override
    public void happened(Instant at, String what) throws IOException {
        one.happened(at, what);
        other.happened(at, what);
    }

    @Override
    public void end() throws IOException {
        one.end();
        other.end();
    }
}
