package org.deskbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.deskbell.settings.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S53 without a server: what is made of pictures, and of those that are traps. */
class PicturesTest {
    @TempDir
    private Path folder;

    private final Pictures pictures = new Pictures();

    @Test
    void aLargePictureBecomesAViewAndAThumbnail() throws IOException {
        Picture made = of(FileType.JPEG, Drawn.picture("jpg", 4_000, 3_000)).orElseThrow();
        assertThat(made.width()).isEqualTo(4_000);
        assertThat(made.height()).isEqualTo(3_000);
        assertThat(made.media()).isEqualTo("image/jpeg");
        assertThat(Drawn.read(made.view()).getWidth()).isEqualTo(1_600);
        assertThat(Drawn.read(made.thumbnail()).getWidth()).isEqualTo(480);
        assertThat(Drawn.read(made.thumbnail()).getHeight()).isEqualTo(360);
    }

    @Test
    void aSmallOneStaysSmall() throws IOException {
        Picture made = of(FileType.PNG, Drawn.picture("png", 32, 16)).orElseThrow();
        assertThat(Drawn.read(made.view()).getWidth()).isEqualTo(32);
    }

    @Test
    void whatIsTransparentStaysSo() throws IOException {
        BufferedImage empty = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(empty, "png", bytes);
        Picture made = of(FileType.PNG, bytes.toByteArray()).orElseThrow();
        assertThat(made.media()).isEqualTo("image/png");
        assertThat(Drawn.read(made.view()).getRGB(5, 5) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,LEFT", "2,RIGHT", "3,RIGHT", "4,LEFT", "5,TOP", "6,TOP", "7,BOTTOM", "8,BOTTOM"})
    void standsUprightHoweverTheCameraWasHeld(int orientation, String red) throws IOException {
        Picture made = of(FileType.JPEG, Drawn.turned(64, 32, orientation)).orElseThrow();
        BufferedImage view = Drawn.read(made.view());
        boolean turned = orientation > 4;
        assertThat(view.getWidth()).isEqualTo(turned ? 32 : 64);
        assertThat(made.width()).isEqualTo(turned ? 32 : 64);
        int x = red.equals("RIGHT") ? 60 : red.equals("LEFT") ? 4 : 16;
        int y = red.equals("BOTTOM") ? 60 : red.equals("TOP") ? 4 : 16;
        Color there = new Color(view.getRGB(x, y));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(there.getBlue()).isLessThan(60);
    }

    @Test
    void nothingOfTheOriginalsBytesGetsIntoIt() throws IOException {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] png = Drawn.picture("png", 40, 40);
        byte[] both = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, both, png.length, script.length);
        Picture made = of(FileType.PNG, both).orElseThrow();
        assertThat(new String(made.view(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(new String(made.thumbnail(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void aClaimOfTooManyPixelsIsRefusedBeforeAnythingIsDecoded() {
        refused(FileType.JPEG, Drawn.claiming(64_250, 64_250));
        refused(FileType.PNG, Drawn.bomb(20_000, 20_000, 0));
        refused(FileType.GIF, hugeGif());
    }

    @Test
    void fiftyMegapixelsTakeLittleMemory() throws IOException {
        byte[] bomb = Drawn.bomb(7_000, 7_000, 0);
        assertThat(bomb.length).isLessThan(20_000);
        Picture made = of(FileType.PNG, bomb).orElseThrow();
        assertThat(made.width()).isEqualTo(7_000);
        assertThat(Drawn.read(made.view()).getWidth()).isEqualTo(1_600);
    }

    @Test
    void packedTextBesideThePixelsIsNotUnpacked() throws IOException {
        Path file = Files.write(folder.resolve("text"), Drawn.bomb(8, 8, 200_000_000));
        long before = allocated();
        pictures.of(file, FileType.PNG);
        assertThat(allocated() - before).isLessThan(50_000_000);
    }

    @Test
    void whatIsBrokenCanStillBeDownloaded() throws IOException {
        byte[] png = Drawn.picture("png", 300, 300);
        assertThat(of(FileType.PNG, Arrays.copyOf(png, 60))).isEmpty();
        assertThat(of(FileType.JPEG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3}))
                .isEmpty();
        assertThat(of(FileType.GIF, "GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(of(FileType.WEBP, "RIFF....WEBP".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static byte[] hugeGif() {
        byte[] gif = Drawn.picture("gif", 8, 8);
        for (int i = 13; i < gif.length - 9; i++) {
            boolean frame = gif[i] == 0x2c && gif[i + 5] == 8 && gif[i + 6] == 0 && gif[i + 7] == 8;
            if (frame) {
                Arrays.fill(gif, i + 5, i + 9, (byte) 0xff);
                break;
            }
        }
        return gif;
    }

    private void refused(FileType type, byte[] bytes) {
        assertThatThrownBy(() -> of(type, bytes)).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason())
                .isEqualTo("too-many-pixels"));
    }

    private Optional<Picture> of(FileType type, byte[] bytes) throws IOException {
        return pictures.of(Files.write(folder.resolve("picture"), bytes), type);
    }
}
