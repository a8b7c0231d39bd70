/**
 * Answers for the texts that agents use again: who has which, what may stand in them, and how they are looked for; knows nothing of
 * conversations.
 */
package org.deskbell.answers;
