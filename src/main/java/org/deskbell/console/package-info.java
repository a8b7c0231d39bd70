/** Answers for the Faces pages' backing beans: they translate and delegate; nobody uses this room. */
package org.deskbell.console;
