/**
 * Answers for who gets a waiting conversation: now by the agents' own pick from the queue, and back to it when one drops
 * out. It decides; the conversation room arbitrates under the row's lock.
 */
package org.deskbell.routing;
