package org.deskbell.bus;

/** All words that came together were told, whoever said them: what they ask for can be read at once. */
public record HeardAll() {}
