/**
 * Answers for telling an agent who has no console open that somebody waits for him, through the push service of his browser. It reads what the
 * log has written and writes nothing there: what is lost here is lost to nobody.
 */
package org.deskbell.push;
