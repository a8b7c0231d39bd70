/** What people see: widget, shop and console in a real browser. */
package org.deskbell.browser;
