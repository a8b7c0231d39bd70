/** Bad luck: kills, pauses, dead and slow networks; each test names the fault of the hardening list that it proves. */
package org.deskbell.faults;
