/**
 * Answers for the customers' websites: their key, which addresses may embed the chat, its look and its texts, and the
 * secret by which their servers vouch for visitors; knows nothing of visitors or conversations.
 */
package org.deskbell.site;
