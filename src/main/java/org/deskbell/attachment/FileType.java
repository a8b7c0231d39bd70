package org.deskbell.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be uploaded, told by its content and never by its name. What is none of these, markup above all, is not taken. Only the first three
 * are ever shown in a page, and then as pictures the server has made anew.
 */
public enum FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    /** Also what Office writes since 2007: the endings say which, and nobody here unpacks it. */
    ZIP("application/zip", "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"),
    TEXT("text/plain", "txt", "csv", "log", "md", "json");

    /** So many bytes are needed to tell. */
    static final int HEAD = 4_096;

    private final String media;
    private final List<String> endings;

    FileType(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    /** Its media type. */
    public String media() {
        return media;
    }

    /** Whether the JDK can decode it. */
    boolean isPicture() {
        return this == PNG || this == JPEG || this == GIF;
    }

    /** Which endings a name may have; the first is given to a name with another. */
    List<String> endings() {
        return endings;
    }

    static FileType ofMedia(String media) {
        for (FileType type : values()) if (type.media.equals(media)) return type;
        throw new IllegalArgumentException(media);
    }

    /** By the first bytes of a file, {@link #HEAD} of them or all there are. */
    static Optional<FileType> of(byte[] head) {
        if (starts(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) return Optional.of(PNG);
        if (starts(head, 0xff, 0xd8, 0xff)) return Optional.of(JPEG);
        if (starts(head, 'G', 'I', 'F', '8', '7', 'a') || starts(head, 'G', 'I', 'F', '8', '9', 'a')) {
            return Optional.of(GIF);
        }
        if (starts(head, 'R', 'I', 'F', 'F') && word(head, 8).equals("WEBP")) return Optional.of(WEBP);
        if (starts(head, '%', 'P', 'D', 'F', '-')) return Optional.of(PDF);
        if (starts(head, 'P', 'K', 3, 4)) return Optional.of(ZIP);
        return isText(head) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if ((head[i] & 0xff) != magic[i]) return false;
        return true;
    }

    private static String word(byte[] head, int at) {
        return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** In any encoding that keeps ASCII; no control characters, and nothing a browser could take for a page. */
    private static boolean isText(byte[] head) {
        if (head.length == 0) return false;
        for (byte each : head) {
            boolean control = each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f';
            if (control || each == 0x7f) return false;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean markup = text.startsWith("<") || text.startsWith("mime-version:") || text.startsWith("%!ps");
        return !markup
                && !text.contains("<script")
                && !text.contains("<html")
                && !text.contains("<svg")
                && !text.contains("<!doctype")
                && !text.contains("<?xml");
    }
}
