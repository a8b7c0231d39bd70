package org.deskbell.site;

import java.io.Serializable;

/** A part of a site's staff that visitors can be sent to. */
public record Department(long id, String name) implements Serializable {}
