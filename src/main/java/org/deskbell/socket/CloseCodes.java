package org.deskbell.socket;

/** Close codes of protocol.md that the server gives. */
final class CloseCodes {
    static final int BINARY = 1003;
    static final int POLICY = 1008;
    static final int TOO_LARGE = 1009;
    static final int ERROR = 1011;
    static final int RESTART = 1012;
    static final int TOO_MANY = 1013;
    static final int NO_HELLO = 4001;
    static final int IDENTITY = 4004;
    static final int SLOW = 4008;
    static final int FORGOTTEN = 4009;
    static final int SILENT = 4010;

    private CloseCodes() {}
}
