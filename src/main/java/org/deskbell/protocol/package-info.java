/**
 * The wire vocabulary (see {@code src/docs/protocol.md}): frames as records, their limits, and the codec. It knows nothing
 * of conversations, agents or connections, and asks nobody anything.
 */
package org.deskbell.protocol;
