package org.deskbell.operations;

/** Something this server cannot work without. Any bean that is one is asked; several may share a name. */
public interface Check {
    /** One word, as it is told to operators: {@code database}, {@code disk}. */
    String name();

    /** Whether it is well now; may block for some seconds and may throw, which counts as no. */
    boolean passes() throws Exception;
}
