package org.deskbell.socket;

import org.deskbell.staff.Agent;

/**
 * Who stands at the door: what the HTTP request knew and the callbacks of a socket no longer do.
 *
 * @param address the client's own address, behind trusted proxies too
 * @param browser a word or two for agents, or null
 * @param agent who is logged in, or null
 * @param logIn the key of his log-in, or null
 */
record Guest(String address, String browser, Agent agent, String logIn) {}
