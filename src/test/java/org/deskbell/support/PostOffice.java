package org.deskbell.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A mail server, and what arrived there. */
public final class PostOffice implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private final int port = Net.freePort();
    private GreenMail post;

    public PostOffice() {
        open();
    }

    public int port() {
        return port;
    }

    /** Again, after it was closed. */
    public void open() {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE.toMillis());
        post = new GreenMail(setup);
        post.start();
    }

    public boolean isOpen() {
        return post.isRunning();
    }

    @Override
    public void close() {
        post.stop();
    }

    /** Mails to this address, as soon as there are so many; {@code server} says what it made of them. */
    public List<MimeMessage> await(String to, int count, ServerUnderTest server) {
        Await.until(
                () -> "mail " + count + " to " + to + "; the server said: " + said(server),
                PATIENCE,
                () -> to(to).size() >= count);
        return to(to);
    }

    /** What the server's log says of mails. */
    public static List<String> said(ServerUnderTest server) {
        return server.log().stream().filter(line -> line.contains("Mail ")).toList();
    }

    public List<MimeMessage> to(String address) {
        return Stream.of(post.getReceivedMessages())
                .filter(mail -> recipients(mail).equalsIgnoreCase("[" + address + "]"))
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return List.of(mail.getAllRecipients()).toString();
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static String text(MimeMessage mail) {
        return part(mail, 0, "text/plain");
    }

    public static String page(MimeMessage mail) {
        return part(mail, 1, "text/html");
    }

    private static String part(MimeMessage mail, int number, String type) {
        try {
            BodyPart part = ((Multipart) mail.getContent()).getBodyPart(number);
            String said = part.getContentType().toLowerCase(Locale.ROOT);
            if (!said.contains(type) || !said.contains("utf-8")) throw new AssertionError(said + " is no " + type);
            return part.getContent().toString();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
