package org.deskbell.mail;

/** A mail waits to be sent. */
record MailOrdered(String id) {}
