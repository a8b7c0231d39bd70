/**
 * Answers for limits and switches, read once and typed, and for the clock; knows nothing of what they are used for.
 */
package org.deskbell.settings;
