/**
 * Answers for who gets a waiting conversation: by the agents' own pick from the queue, or given out where a site wants that, and back to
 * it when one drops out. It decides; the conversation room arbitrates under the row's lock.
 */
package org.deskbell.routing;
