package org.deskbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "ffd8ffe000104a464946, JPEG",
        "474946383961, GIF",
        "474946383761, GIF",
        "524946461a00000057454250, WEBP",
        "255044462d312e37, PDF",
        "504b030414000600, ZIP",
        "68656c6c6f, TEXT"
    })
    void theFirstBytesSayWhatItIs(String hex, FileType type) {
        assertThat(FileType.of(java.util.HexFormat.of().parseHex(hex))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "  \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><a/>",
                "\u00ef\u00bb\u00bf<!doctype html>",
                "harmless at first <script>alert(1)</script>",
                "MIME-Version: 1.0\nContent-Type: multipart/related",
                "%!PS-Adobe-3.0",
                "MZ\u0090\u0000\u0003",
                "\u007fELF",
                "\u00d0\u00cf\u0011\u00e0",
                "PK\u0005\u0006\u0000\u0000"
            })
    void markupProgramsAndTheUnknownAreNothing(String content) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void textMayBeInAnyEncodingThatKeepsAscii() {
        assertThat(FileType.of("Größe;5\n".getBytes(StandardCharsets.UTF_8))).contains(FileType.TEXT);
        assertThat(FileType.of("Größe;5\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .contains(FileType.TEXT);
        assertThat(FileType.of("hi".getBytes(StandardCharsets.UTF_16))).isEmpty();
        assertThat(FileType.of(new byte[0])).isEmpty();
    }
}
