package org.deskbell.mail;

import java.io.IOException;
import java.util.Optional;
import org.deskbell.site.Site;

/** Writes what a mail to a visitor says, when it is sent. Another room brings it. */
public interface Letter {
    /** Empty where there is nothing to be told any more. */
    Optional<Draft> write(Mail mail) throws IOException;

    /** What it says in this language where a site has no words of its own. */
    Wording ours(String language) throws IOException;

    /** As a visitor of this site would get it with these words of the site's, about an example. */
    Draft example(Site site, String language, Wording own) throws IOException;
}
