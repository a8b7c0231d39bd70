/** The yardstick: an endpoint that acknowledges and relays, and does nothing else; packed into a WAR of its own by the bench. */
package org.deskbell.bench.bare;
