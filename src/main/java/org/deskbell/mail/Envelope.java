package org.deskbell.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;

/** A mail as it goes to the mail server: one recipient, text and page, and said to be written by a machine (RFC 3834). */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = "UTF-8";
    private static final int LINE = 150;

    private final String ownId;

    private Envelope(Session session, String ownId) {
        super(session);
        this.ownId = ownId;
    }

    static Envelope of(Session session, Mail mail, Draft draft, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress from = new InternetAddress(session.getProperty("mail.from"));
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        Envelope envelope = new Envelope(session, "<" + mail.id() + "@" + domain + ">");
        from.setPersonal(line(draft.sender()), UTF_8);
        envelope.setFrom(from);
        envelope.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address()));
        envelope.setSubject(line(draft.subject()), UTF_8);
        envelope.setSentDate(Date.from(now));
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.setHeader("X-Auto-Response-Suppress", "All");
        envelope.setContentLanguage(new String[] {draft.language()});
        envelope.setContent(new MimeMultipart(
                "alternative",
                part(draft.text(), "plain", draft.language()),
                part(draft.page(), "html", draft.language())));
        envelope.saveChanges();
        return envelope;
    }

    private static MimeBodyPart part(String text, String kind, String language) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setContentLanguage(new String[] {language});
        return part;
    }

    /** One line of the head: a site's name may hold what would begin another one. */
    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.length() <= LINE
                ? one
                : one.substring(0, one.offsetByCodePoints(0, one.codePointCount(0, LINE) - 1)) + "…";
    }

    /** The same at every try: a mail that was taken twice, because the answer was lost, can be told. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", ownId);
    }
}
