package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.conversation.Entry;
import org.deskbell.conversation.Side;
import org.deskbell.conversation.Silence;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;

/** Writes a conversation down as a file, page by page from its log; only what visitors saw of it, whoever asks. */
@ApplicationScoped
public class Transcripts {
    private static final int PAGE = 200;

    /** Characters of a message that is answered. */
    private static final int QUOTED = 120;

    /** Each holds a thread and reads the store: more than these at once would be felt by those who chat. */
    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    @Inject
    private Conversations conversations;

    @Inject
    private Sites sites;

    @Inject
    private WarFile files;

    /** The request says how: {@code format} (html, else text), {@code language} and {@code zone}. {@code visitor}: what he is called. 503 while too many are written. */
    void send(Conversation of, String visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!turns.tryAcquire()) {
            response.setHeader("Retry-After", "2");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            write(of, visitor, request, response);
        } finally {
            turns.release();
        }
    }

    private void write(Conversation of, String visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TranscriptWords words = words(
                TranscriptWords.languageOf(request.getParameter("language")),
                TranscriptWords.zoneOf(request.getParameter("zone")));
        StringBuilder page = new StringBuilder();
        Sheet sheet =
                "html".equals(request.getParameter("format")) ? new PageSheet(page, words) : new TextSheet(page, words);
        headers(of, sheet, response);
        Writer out = response.getWriter();
        begin(of, words, sheet);
        tell(of, visitor, words, sheet, () -> {
            out.append(page);
            page.setLength(0);
            return true;
        });
        sheet.end();
        out.append(page);
    }

    /** In a language of {@link TranscriptWords#languageOf}. */
    TranscriptWords words(String language, ZoneId zone) throws IOException {
        return new TranscriptWords(
                language,
                zone,
                files.text("/widget/texts/" + language + ".json"),
                files.text("/widget/menu/texts/" + language + ".json"));
    }

    private void begin(Conversation of, TranscriptWords words, Sheet sheet) throws IOException {
        String site = sites.byId(of.site()).name();
        sheet.begin(words.say("savedTitle", site), about(of.startedAt(), words));
    }

    /** Of which day it is, and whose times stand in it. */
    static String about(Instant started, TranscriptWords words) {
        return words.date(started) + " · " + words.zone();
    }

    /** What was said, page by page; false where it was cut off. {@code visitor}: what he is called, or null. */
    boolean tell(Conversation of, String visitor, TranscriptWords words, Sheet sheet, Leaf turned) throws IOException {
        Site site = sites.byId(of.site());
        String you = visitor == null ? words.say("you") : visitor;
        for (long after = 0; ; ) {
            List<Entry> entries = conversations.after(of.id(), after, PAGE);
            for (Entry entry : entries) write(entry, you, site, words, sheet);
            if (entries.size() < PAGE) return true;
            if (!turned.goesOn()) return false;
            after = entries.get(entries.size() - 1).seq();
        }
    }

    /** Asked between two pages. */
    interface Leaf {
        boolean goesOn() throws IOException;
    }

    private static void headers(Conversation of, Sheet sheet, HttpServletResponse response) {
        response.setContentType(sheet.type());
        response.setHeader("Content-Security-Policy", PageSheet.POLICY + "; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, no-store");
        LocalDate day = of.startedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"conversation-" + day + "." + sheet.ending() + "\"");
    }

    /** What is not named here is left out: a kind of entry that is new stays among agents until somebody decides. */
    private void write(Entry entry, String you, Site site, TranscriptWords words, Sheet sheet) throws IOException {
        String name = entry.by().name();
        switch (entry.kind()) {
            case POSTED -> {
                if (entry.isRemoved()) sheet.happened(entry.at(), words.say("removed"));
                else sheet.said(said(entry, author(entry, you, site), words));
            }
            case CLAIMED, JOINED ->
                sheet.happened(entry.at(), name == null ? words.say("someoneJoined") : words.say("joined", name));
            case LEFT -> {
                if (name != null) sheet.happened(entry.at(), words.say("hasLeft", name));
            }
            case CLOSED -> sheet.happened(entry.at(), words.say(ending(Silence.of(entry))));
            case REOPENED -> sheet.happened(entry.at(), words.say("reopened"));
            default -> {
                // not for visitors, or not worth a line
            }
        }
    }

    /** The word for it in the chat's texts, as the visitor's window has it. */
    private static String ending(Silence silence) {
        return silence == null || silence.said() ? "ended" : "silent";
    }

    private Sheet.Message said(Entry entry, String by, TranscriptWords words) {
        return new Sheet.Message(by, entry.at(), withChoices(entry), entry.isEdited(), quoted(entry, words));
    }

    /** What could be chosen stands below, a line each. */
    private static String withChoices(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.inWords()), entry.choices().stream().map(choice -> "• " + choice))
                .collect(Collectors.joining("\n"));
    }

    /** The beginning of what it answers; null where it answers nothing in particular. */
    private String quoted(Entry entry, TranscriptWords words) {
        if (entry.of() == null) return null;
        Entry of = conversations.entry(entry.conversation(), entry.of()).orElse(null);
        if (of == null) return null;
        if (of.isRemoved()) return words.say("removed");
        String all = of.inWords().strip().replaceAll("\\s+", " ");
        return all.codePointCount(0, all.length()) <= QUOTED
                ? all
                : all.substring(0, all.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static String author(Entry entry, String you, Site site) {
        if (entry.by().side() == Side.VISITOR) return you;
        return entry.by().name() == null ? site.name() : entry.by().name();
    }
}
