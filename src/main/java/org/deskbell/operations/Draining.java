package org.deskbell.operations;

/** This server goes out of service ({@code on}) or comes back. */
public record Draining(boolean on) {}
