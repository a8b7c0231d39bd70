/** Answers for agents being told by mail of what visitors wrote and nobody has looked at: after how long, whom, and once. */
package org.deskbell.reminder;
