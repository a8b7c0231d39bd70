package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.Draft;
import org.deskbell.mail.Letter;
import org.deskbell.mail.Mail;
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

    @Inject
    private Conversations conversations;

    @Inject
    private Sites sites;

    @Inject
    private Visitors visitors;

    @Inject
    private Transcripts transcripts;

    @Override
    public Optional<Draft> write(Mail mail) throws IOException {
        Optional<Conversation> found = conversations.byId(mail.conversation());
        return found.isEmpty() ? Optional.empty() : Optional.of(write(found.get(), mail));
    }

    private Draft write(Conversation of, Mail mail) throws IOException {
        Site site = sites.byId(of.site());
        TranscriptWords words = transcripts.words(mail.language(), TranscriptWords.zoneOf(mail.zone()));
        Sentences sentences = new Sentences(Locale.forLanguageTag(mail.language()));
        StringBuilder text = new StringBuilder();
        StringBuilder page = new StringBuilder();
        Sheet sheet = new TwoSheets(new TextSheet(text, words), new PageSheet(page, words));
        transcripts.begin(of, words, sheet);
        sheet.remark(sentences.say("mail.transcript"));
        String name = visitors.byId(of.visitor()).map(Visitor::name).orElse(null);
        boolean isWhole = transcripts.tell(of, name, words, sheet, () -> page.length() < MOST);
        if (!isWhole) sheet.remark(sentences.say("mail.cut"));
        sheet.remark(sentences.say("mail.why", site.name()));
        sheet.end();
        return new Draft(
                site.name(), words.say("savedTitle", site.name()), words.language(), text.toString(), page.toString());
    }
}
