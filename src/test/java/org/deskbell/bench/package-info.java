/** Measures Deskbell against a bare endpoint in the same kind of server; holds nothing to a pass mark, prints what it saw. */
package org.deskbell.bench;
