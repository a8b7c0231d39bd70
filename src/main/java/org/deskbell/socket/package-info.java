/**
 * Carries frames between screens and rooms: endpoints, the HTTP carrier, one outbox per connection, who follows which
 * conversation, and delivery of what happened to the right screens. It decides nothing about conversations. The only room
 * that knows {@code jakarta.websocket}.
 */
package org.deskbell.socket;
