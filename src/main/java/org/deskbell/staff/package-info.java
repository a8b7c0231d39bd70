/**
 * Answers for agents: who they are, what they may do, how they log in and out; knows nothing of conversations.
 */
package org.deskbell.staff;
