package org.deskbell.operations;

/** Something that must be gone before this server may be stopped without anybody noticing. */
public interface Load {
    int left();
}
