package org.deskbell.settings;

import jakarta.ejb.ApplicationException;

/**
 * The domain says no: the request was understood and is not allowed or not possible. Each edge translates the reason,
 * a short code such as {@code last-administrator}, into its own words once.
 */
@ApplicationException(rollback = true)
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public Refused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
