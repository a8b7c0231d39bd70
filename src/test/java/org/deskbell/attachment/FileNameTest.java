package org.deskbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S27: names that want to be something else. */
class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "photo.png|photo.png",
                "Photo.PNG|Photo.png",
                "a.jsp|a.jsp.png",
                "../../etc/passwd|passwd.png",
                "C:\\Users\\Lin\\pot.png|pot.png",
                ".htaccess|htaccess.png",
                "...|file.png",
                "CON|_CON.png",
                "con.png|_con.png",
                "LPT1.tar.png|_LPT1.tar.png",
                "a.png.|a.png",
                "<img src=x onerror=alert(1)>.png|_img src=x onerror=alert(1)_.png",
                "say \"hi\"; x=.png|say _hi_; x=.png",
                "100%.png|100_.png",
                "photo.html|photo.html.png",
                "größe 👩\u200d🔧.png|größe 👩\u200d🔧.png"
            })
    void isMadeHarmlessAndKeepsWhatItSays(String said, String kept) {
        assertThat(FileName.clean(said, FileType.PNG)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nSet-Cookie: b.png", "a\u0000.png", "gpj.\u202egnp.png", "\u2066a\u2069.png", "\ud800.png"})
    void hasNoControlCharactersAndTurnsNoDirection(String said) {
        assertThat(FileName.clean(said, FileType.PNG)).matches("[ -~]+\\.png");
    }

    @Test
    void isCutBeforeItsEnding() {
        String kept = FileName.clean("x".repeat(4_096) + ".pdf", FileType.PDF);
        assertThat(kept).hasSizeLessThanOrEqualTo(130).endsWith("x.pdf");
        assertThat(FileName.clean("😀".repeat(100) + ".pdf", FileType.PDF)).doesNotContain("?");
    }

    @Test
    void isThereWhereNoneWasSaid() {
        assertThat(FileName.clean(null, FileType.TEXT)).isEqualTo("file.txt");
        assertThat(FileName.clean("", FileType.ZIP)).isEqualTo("file.zip");
    }

    @Test
    void officeKeepsItsEndings() {
        assertThat(FileName.clean("Offer 5.docx", FileType.ZIP)).isEqualTo("Offer 5.docx");
        assertThat(FileName.clean("macro.docm", FileType.ZIP)).isEqualTo("macro.docm.zip");
    }
}
