/**
 * Answers for mails: that each one that was asked for is sent once, later where it cannot be now, and never more than was agreed. What stands in
 * them it is told ({@link org.deskbell.mail.Letter}, {@link org.deskbell.mail.AgentLetter}).
 */
package org.deskbell.mail;
