package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.mail.AgentLetter;
import org.deskbell.mail.Draft;
import org.deskbell.mail.Mail;
import org.deskbell.reminder.StillUnread;
import org.deskbell.settings.Address;
import org.deskbell.site.Site;
import org.deskbell.site.Sites;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.Visitors;

/** Tells an agent by mail that something is unread, where it still is; what it is stands in the console alone. */
@ApplicationScoped
public class UnreadLetter implements AgentLetter {
    @Inject
    private StillUnread still;

    @Inject
    private Conversations conversations;

    @Inject
    private Sites sites;

    @Inject
    private Visitors visitors;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    @Override
    public Optional<Draft> write(Mail mail) throws IOException {
        Optional<Conversation> unread = still.of(mail.unread());
        Optional<Instant> since = unread.flatMap(conversations::unreadSince);
        Optional<Site> site = unread.flatMap(found -> sites.find(found.site()));
        Optional<String> base = address.said();
        if (since.isEmpty() || site.isEmpty() || base.isEmpty()) return Optional.empty();
        Conversation of = unread.get();
        String name = visitors.byId(of.visitor()).map(Visitor::name).orElse(null);
        UnreadWords words = new UnreadWords(mail.language());
        return Optional.of(words.draft(
                words.who(name, of.visitorPublicId()),
                site.get().name(),
                Duration.between(since.get(), clock.instant()),
                base.get() + "/console/inbox?c=" + of.publicId()));
    }
}
