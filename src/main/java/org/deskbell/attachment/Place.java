package org.deskbell.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Where bytes are kept, by ids we made; nothing of what a file is called gets here. */
interface Place {
    /** Its word in the table. */
    String word();

    /** Whether there is room for more, as far as one can tell. */
    boolean hasRoom() throws IOException;

    void keep(String id, Part part, InputStream bytes) throws IOException;

    /** Read as it is wanted; throws where it is not there any more. */
    InputStream open(String id, Part part) throws IOException;

    /** All parts; nothing where there is none. */
    void delete(String id) throws IOException;
}
