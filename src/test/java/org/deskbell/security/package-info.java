/** Bad input and bad intent; each test names the attack of the hardening list that it proves harmless. */
package org.deskbell.security;
