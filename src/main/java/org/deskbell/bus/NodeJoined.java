package org.deskbell.bus;

/** Another node is there: tell it what it cannot read from the store. */
public record NodeJoined(String node) {}
