package org.deskbell.protocol;

/** A message that is not a frame of this side; {@link #reason()} is the wire's word for it. */
public final class BadFrame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String of;
    private final String ref;

    BadFrame(String reason, String detail) {
        this(reason, detail, null, null);
    }

    private BadFrame(String reason, String detail, String of, String ref) {
        super(detail, null, false, false);
        this.reason = reason;
        this.of = of;
        this.ref = ref;
    }

    /** The same refusal, with the type and ref of the frame it is about, as far as they could be read. */
    BadFrame about(String type, String ofRef) {
        return new BadFrame(reason, getMessage(), type, ofRef);
    }

    public String reason() {
        return reason;
    }

    /** What it was meant to be; null where that could not be read. */
    public String of() {
        return of;
    }

    /** The ref it carried; null where there was none. */
    public String ref() {
        return ref;
    }

    /** True where the frame breaks the protocol, and not only a limit on what people write. */
    public boolean malformed() {
        return reason.equals("malformed") || reason.equals("unknown-type");
    }
}
