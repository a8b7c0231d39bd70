package org.deskbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPlaceTest {
    private static final String ID = "AbCdEfGhIjKlMnOpQrStUvWx";

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsFoundAndDeletedWithAllItsParts() throws IOException {
        FolderPlace place = new FolderPlace(folder, null);
        place.keep(ID, Part.ORIGINAL, bytes("all of it"));
        place.keep(ID, Part.THUMBNAIL, bytes("a little"));
        try (InputStream in = place.open(ID, Part.ORIGINAL)) {
            assertThat(in).hasContent("all of it");
        }
        assertThat(files()).hasSize(2);
        place.delete(ID);
        place.delete(ID);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> place.open(ID, Part.ORIGINAL)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> new FolderPlace(folder, null).keep(ID, Part.ORIGINAL, broken))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Stream<Path> files() throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }
}
