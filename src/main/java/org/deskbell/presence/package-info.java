/**
 * Answers for who is really there: agents whose console is connected, visitors who have the chat on their page. It is told of
 * connections by others and knows none itself.
 */
package org.deskbell.presence;
