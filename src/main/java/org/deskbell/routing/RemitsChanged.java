package org.deskbell.routing;

/** Agents may be in other departments than before, or sites have other ones. Told on any thread: observers only hand it on. */
public record RemitsChanged() {}
