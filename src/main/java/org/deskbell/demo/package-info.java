/**
 * Answers for what is there only to try Deskbell: sample data in an empty store, and the sample shop's own server. Off
 * unless {@code deskbell.demo} is on. Nobody uses this room.
 */
package org.deskbell.demo;
