package org.deskbell.mail;

import java.io.IOException;
import java.util.Optional;

/** Writes what a mail to an agent says, when it is sent. Another room brings it. */
public interface AgentLetter {
    /** Empty where there is nothing to be told any more. */
    Optional<Draft> write(Mail mail) throws IOException;
}
