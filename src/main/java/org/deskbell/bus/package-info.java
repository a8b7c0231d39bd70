/**
 * Answers for which nodes run on this store, and for carrying short words from one to the others. What the words mean is known to
 * those who tell and hear them; a lost one is harmless, since the log is the truth.
 */
package org.deskbell.bus;
