/**
 * Answers for the life of a conversation and its log: the only writer of messages. What happened is told as
 * {@link org.deskbell.conversation.Committed} after the commit. It knows nothing of connections, frames or screens.
 */
package org.deskbell.conversation;
