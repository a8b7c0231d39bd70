package org.deskbell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a disk counts as full. */
class FreeSpaceTest {
    @TempDir
    private Path folder;

    @Test
    void aDiskWithLessThanAskedForIsFull() throws IOException {
        assertThat(FreeSpace.enough(folder, 0)).isTrue();
        assertThat(FreeSpace.enough(folder, 1_000_000_000_000L)).isFalse();
    }
}
