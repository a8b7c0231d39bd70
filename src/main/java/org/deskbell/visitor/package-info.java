/**
 * Answers for who a visitor is: the secret of each browser, the identity his site signs for him, and what is known of him.
 * It knows nothing of what he says, nor of connections.
 */
package org.deskbell.visitor;
