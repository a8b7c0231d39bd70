package org.deskbell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.deskbell.conversation.ConversationId;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");
    private static final Mail MAIL = new Mail("11-22", 1, new ConversationId(1), "lin@example.com", "de", "UTC", null);

    @Test
    void saysWhoWhenInWhichLanguageAndThatNobodyNeedsToAnswer() throws Exception {
        Envelope mail = envelope("Laden Müller", "Chat mit Laden Müller");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("lin@example.com");
        assertThat(mail.getFrom()[0].toString()).contains("<chat@desk.example>");
        assertThat(mail.getSubject()).isEqualTo("Chat mit Laden Müller");
        assertThat(mail.getMessageID()).isEqualTo("<11-22@desk.example>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(AT));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(written(mail)).contains("MIME-Version: 1.0");
    }

    @Test
    void isTextAndPage() throws Exception {
        Multipart parts = (Multipart) envelope("Shop", "Chat").getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße, שלום");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße, שלום</p>");
    }

    /** S38: what a site is called begins no line of the head. */
    @Test
    void aNameWithLinesStaysOneLine() throws Exception {
        Envelope mail = envelope("Shop\r\nBcc: eve@example.com", "Chat\r\n\r\nBuy!\u2028X-Evil: 1");
        String head = written(mail).split("\r\n\r\n")[0];
        assertThat(head.lines()).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Buy"));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Chat Buy! X-Evil: 1");
    }

    @Test
    void aVeryLongNameIsCut() throws Exception {
        assertThat(envelope("Shop", "\uD83D\uDD14".repeat(500)).getSubject())
                .hasSizeLessThanOrEqualTo(151)
                .endsWith("\uD83D\uDD14…");
    }

    @Test
    void aSessionIsMadeCareful() {
        Properties tls = new Properties();
        tls.setProperty("mail.smtp.starttls.enable", "true");
        tls.setProperty("mail.smtp.timeout", "5");
        MailSession.prepare(tls);
        assertThat(tls)
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.timeout", "5")
                .containsEntry("mail.smtp.connectiontimeout", "10000");
        Properties plain = new Properties();
        MailSession.prepare(plain);
        assertThat(plain).doesNotContainKey("mail.smtp.starttls.required");
    }

    /** S57. */
    @Test
    void whatAMailServerSaysIsLoggedInOneLineAndWithoutTheAddress() {
        Exception failure = new MessagingException(
                "outer", new IOException("550 5.1.1 <lin@example.com>: no such user\r\nforged\u001b[2J"));
        assertThat(Handover.said(failure)).isEqualTo("IOException: 550 5.1.1 <(address)>: no such user forged [2J");
    }

    private static Envelope envelope(String sender, String subject) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.from", "chat@desk.example");
        return Envelope.of(
                Session.getInstance(properties),
                MAIL,
                new Draft(sender, subject, "de", "Grüße, שלום", "<p>Grüße, שלום</p>"),
                AT);
    }

    private static String written(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
