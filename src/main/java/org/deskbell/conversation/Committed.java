package org.deskbell.conversation;

import java.util.List;

/**
 * What one transaction wrote, told after its commit by the one writer of this node: in {@code seq} order for each
 * conversation. Observers only hand it on.
 */
public record Committed(List<Happened> news) {}
