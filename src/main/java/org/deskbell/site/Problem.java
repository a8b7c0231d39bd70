package org.deskbell.site;

/**
 * Why a draft cannot be kept: in which field, a short code, and the piece of it that is meant (or the limit). The
 * codes: {@code required}, {@code too-long}, {@code bad-text}, {@code bad-key}, {@code key-taken}, {@code bad-colour},
 * {@code bad-choice}, {@code bad-language}, {@code bad-origin}, {@code origin-path}, {@code origin-scheme},
 * {@code too-many}.
 */
public record Problem(String field, String reason, String detail) {}
