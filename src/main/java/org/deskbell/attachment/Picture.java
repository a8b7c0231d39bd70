package org.deskbell.attachment;

/**
 * A picture of which the server has made new ones: {@code width} and {@code height} are the original's, upright; {@code media} is the type of both
 * that were made.
 */
record Picture(int width, int height, String media, byte[] thumbnail, byte[] view) {}
