package org.deskbell.assist;

import java.util.List;

/** A server by which two browsers find each other; {@code username} and {@code credential} are null where it needs none. */
public record IceServer(List<String> urls, String username, String credential) {}
