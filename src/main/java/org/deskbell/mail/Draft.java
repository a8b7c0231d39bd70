package org.deskbell.mail;

/** What stands in a mail; {@code sender} is the name it comes from. The same is said as text and as a page. */
public record Draft(String sender, String subject, String language, String text, String page) {}
