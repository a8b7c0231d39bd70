package org.deskbell.assist;

/**
 * A step an agent proposes on the page: click, fill, choose or go.
 *
 * @param node which element, 0 where it is about none
 * @param label what the agent sees it is called
 * @param value what to fill in or choose, or where to go; null for a click
 */
public record Proposal(String name, String action, long node, String label, String value) {}
