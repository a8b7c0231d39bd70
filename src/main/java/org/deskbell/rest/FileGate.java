package org.deskbell.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskbell.attachment.Attachment;
import org.deskbell.attachment.Attachments;
import org.deskbell.attachment.Uploader;
import org.deskbell.conversation.Conversation;
import org.deskbell.conversation.Conversations;
import org.deskbell.routing.Remits;
import org.deskbell.site.Sites;
import org.deskbell.staff.Staff;
import org.deskbell.visitor.KeptAway;
import org.deskbell.visitor.Visitor;
import org.deskbell.visitor.Visitors;

/**
 * Decides on every request for a file whether it is for who asks. A visitor shows his secret in {@code Authorization}, never in an address; an agent
 * his log-in. The one who shows a secret is a visitor, whatever cookies he has.
 */
@ApplicationScoped
public class FileGate {
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9_.~+/=-]{1,200})");

    @Inject
    private Staff staff;

    @Inject
    private Remits remits;

    @Inject
    private Sites sites;

    @Inject
    private Visitors visitors;

    @Inject
    private Conversations conversations;

    @Inject
    private Attachments attachments;

    @Inject
    private KeptAway keptAway;

    /** Empty where nobody can be told. */
    Optional<FileAsker> asker(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                ? staff.current(request).map(agent -> new FileAsker.OfAgent(agent, remits.of(agent)))
                : visitor(request).map(FileAsker.OfVisitor::new);
    }

    /** Who shows the secret of a visitor of the {@code site} that is named; empty where it is none that holds there. */
    Optional<Visitor> visitor(HttpServletRequest request) {
        return secret(request)
                .flatMap(token -> sites.byKey(request.getParameter("site")).flatMap(site -> visitors.known(site, token)
                        .filter(visitor -> visitor.verified() || !site.identityRequired())));
    }

    /** Whether it comes from a visitor who flooded and has to wait. */
    boolean keepsAway(HttpServletRequest request) {
        return secret(request).filter(keptAway::bansSecret).isPresent();
    }

    private static Optional<String> secret(HttpServletRequest request) {
        Matcher bearer = BEARER.matcher(String.valueOf(request.getHeader("Authorization")));
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    /** Where he brings a file to; empty where he may not. */
    Optional<Uploader> uploader(HttpServletRequest request) {
        return asker(request).flatMap(asker -> asker.uploader(here(asker, request.getParameter("conversation"))));
    }

    private Optional<Conversation> here(FileAsker asker, String named) {
        if (asker instanceof FileAsker.OfVisitor visitor) {
            return conversations.currentOf(visitor.visitor().id()).filter(this::takesMore);
        }
        return named == null ? Optional.empty() : conversations.byPublicId(named);
    }

    /** Or a message of the visitor begins another one. */
    private boolean takesMore(Conversation last) {
        return last.open() || sites.byId(last.site()).reopens();
    }

    /** The file of this id, where he may read it. */
    Optional<Attachment> readable(HttpServletRequest request, String id) {
        Optional<FileAsker> asker = asker(request);
        if (asker.isEmpty()) return Optional.empty();
        return attachments.byId(id).filter(file -> asker.get().mayRead(file, conversationOf(file)));
    }

    private Conversation conversationOf(Attachment file) {
        return file.conversation() == null
                ? null
                : conversations.byId(file.conversation()).orElse(null);
    }
}
