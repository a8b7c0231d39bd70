/**
 * Answers for the tables being there and of this version before anybody uses them, and for the store's epoch; knows
 * nothing of what the tables hold.
 */
package org.deskbell.store;
