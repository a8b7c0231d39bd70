/** The promises of protocol.md, held against a running server from outside, on both carriers. */
package org.deskbell.blackbox;
