package org.deskbell.site;

import java.io.Serializable;

/** A part of a site's staff that visitors can be sent to; {@code entrance}: new conversations begin in it where nobody names another. */
public record Department(long id, String name, boolean entrance) implements Serializable {}
