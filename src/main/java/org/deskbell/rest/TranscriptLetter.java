package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.Draft;
import org.deskbell.mail.Letter;
import org.deskbell.mail.Mail;
import org.deskbell.mail.MailKind;
import org.deskbell.mail.Wording;
import org.deskbell.mail.Wordings;
import org.deskbell.settings.Sentences;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.Visitors;

/** A conversation as a mail to its visitor: what stood in the chat, and why he gets it. Its subject says nothing that he wrote. */
@ApplicationScoped
public class TranscriptLetter implements Letter {
    /** Characters of the page: mail servers and mail programs do not take much more. */
    private static final int MOST = 700_000;

    private static final String SITE = "{{site.name}}";

    @Inject
    private Conversations conversations;

    @Inject
    private Sites sites;

    @Inject
    private Visitors visitors;

    @Inject
    private Wordings wordings;

    @Inject
    private Transcripts transcripts;

    @Inject
    private Clock clock;

    @Override
    public Optional<Draft> write(Mail mail) throws IOException {
        Optional<Conversation> found = conversations.byId(mail.conversation());
        return found.isEmpty() ? Optional.empty() : Optional.of(write(found.get(), mail));
    }

    @Override
    public Wording ours(String language) throws IOException {
        return ours(transcripts.words(language, ZoneOffset.UTC));
    }

    @Override
    public Draft example(Site site, String language, Wording own) throws IOException {
        TranscriptWords words = transcripts.words(language, ZoneOffset.UTC);
        Sentences sentences = sentences(words);
        Instant now = clock.instant();
        String agent = "Ada";
        Wording says = own.filled(ours(words), known(site, Optional.of("Lin"), Optional.of(agent)));
        return draft(site, now, words, says, (sheet, page) -> {
            sheet.said(new Sheet.Message("Lin", now, sentences.say("preview.question"), false, null));
            sheet.said(new Sheet.Message(agent, now, sentences.say("mails.preview.answer"), false, null));
        });
    }

    private Draft write(Conversation of, Mail mail) throws IOException {
        Site site = sites.byId(of.site());
        TranscriptWords words = transcripts.words(mail.language(), TranscriptWords.zoneOf(mail.zone()));
        String name = visitors.byId(of.visitor()).map(Visitor::name).orElse(null);
        Wording says = wordings.of(site.id(), MailKind.TRANSCRIPT, mail.language())
                .wording()
                .filled(ours(words), known(site, PlainName.of(name), conversations.answerer(of.id())));
        return draft(site, of.startedAt(), words, says, (sheet, page) -> {
            boolean isWhole = transcripts.tell(of, name, words, sheet, () -> page.length() < MOST);
            if (!isWhole) sheet.remark(sentences(words).say("mail.cut"));
        });
    }

    private static Wording ours(TranscriptWords words) {
        Sentences sentences = sentences(words);
        return new Wording(
                words.say("savedTitle", SITE), sentences.say("mail.transcript"), sentences.say("mail.why", SITE));
    }

    private static Sentences sentences(TranscriptWords words) {
        return new Sentences(Locale.forLanguageTag(words.language()));
    }

    private static Function<String, Optional<String>> known(
            Site site, Optional<String> visitor, Optional<String> agent) {
        return name -> switch (name) {
            case "site.name" -> Optional.of(site.name());
            case "visitor.name" -> visitor;
            case "agent.name" -> agent;
            default -> Optional.empty();
        };
    }

    /** What the mail is about, between its words; {@code page} is what is written so far. */
    private interface Body {
        void tell(Sheet sheet, CharSequence page) throws IOException;
    }

    private static Draft draft(Site site, Instant started, TranscriptWords words, Wording says, Body body)
            throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        Sheet sheet = new TwoSheets(new TextSheet(text, words), new PageSheet(page, words));
        sheet.begin(says.subject(), Transcripts.about(started, words));
        sheet.words(says.opening());
        body.tell(sheet, page);
        sheet.remark(says.closing());
        sheet.end();
        return new Draft(site.name(), says.subject(), words.language(), text.toString(), page.toString());
    }
}
