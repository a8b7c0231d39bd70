package org.deskbell.support;

/** The two ways the protocol travels; tests of the conversation run on both. */
public enum Carrier {
    WEBSOCKET,
    HTTP
}
