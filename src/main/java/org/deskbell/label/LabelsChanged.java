package org.deskbell.label;

/** There are other labels now. Observe it {@code AFTER_SUCCESS}; it is told inside the transaction. */
public record LabelsChanged() {}
