package org.deskbell.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** The files there are, as rows and bytes: keeps, finds and counts them. Who may see one is decided where somebody asks. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Attachments {
    private static final int RANDOM_BYTES = 18;
    private static final int ID_LENGTH = 24;

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    public Optional<Attachment> byId(String id) {
        if (id.length() != ID_LENGTH) return Optional.empty();
        return Optional.ofNullable(em.find(AttachmentRow.class, id))
                .filter(row -> row.goneAt == null)
                .map(AttachmentRow::toAttachment);
    }

    /** Its bytes, read as they are wanted; throws where they are not there any more. */
    public InputStream open(Attachment file, Part part) throws IOException {
        return places.of(file.place()).open(file.id(), part);
    }

    Attachment keep(Uploader who, int together, String name, FileType type, Path bytes, Optional<Picture> picture)
            throws IOException {
        Place place = places.chosen();
        AttachmentRow row = new AttachmentRow();
        row.id = newId();
        row.siteId = who.site().value();
        row.byKind = who.side().word();
        row.byId = who.id();
        row.conversationId = who.meant() == null ? null : who.meant().value();
        row.together = together;
        row.name = name;
        row.media = type.media();
        row.bytes = Files.size(bytes);
        row.place = place.word();
        row.uploadedAt = now();
        if (picture.isPresent()) {
            Picture made = picture.get();
            row.width = made.width();
            row.height = made.height();
            row.rendered = made.media();
            place.keep(row.id, Part.THUMBNAIL, new ByteArrayInputStream(made.thumbnail()));
            place.keep(row.id, Part.VIEW, new ByteArrayInputStream(made.view()));
        }
        try (InputStream in = Files.newInputStream(bytes)) {
            place.keep(row.id, Part.ORIGINAL, in);
        }
        em.persist(row);
        return row.toAttachment();
    }

    /** How many this person has uploaded lately. */
    long lately(Uploader who, Duration span) {
        return em.createQuery(
                        "select count(a) from AttachmentRow a where a.byKind = :kind and a.byId = :id and a.uploadedAt > :since",
                        Long.class)
                .setParameter("kind", who.side().word())
                .setParameter("id", who.id())
                .setParameter("since", now().minus(span))
                .getSingleResult();
    }

    /** Bytes of the conversation, and of what he has uploaded and not said. */
    long counted(Uploader who) {
        long conversation = who.counted() == null ? 0 : who.counted().value();
        Number unsaid = (Number) em.createQuery("select coalesce(sum(a.bytes), 0) from AttachmentRow a where"
                        + " a.goneAt is null and a.seq is null and a.byKind = :kind and a.byId = :id")
                .setParameter("kind", who.side().word())
                .setParameter("id", who.id())
                .getSingleResult();
        Number said = (Number) em.createQuery("select coalesce(sum(a.bytes), 0) from AttachmentRow a where"
                        + " a.goneAt is null and a.seq is not null and a.conversationId = :conversation")
                .setParameter("conversation", conversation)
                .getSingleResult();
        return unsaid.longValue() + said.longValue();
    }

    /** Bytes of all there are. */
    long total() {
        return ((Number) em.createQuery("select coalesce(sum(a.bytes), 0) from AttachmentRow a")
                        .getSingleResult())
                .longValue();
    }

    private String newId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
